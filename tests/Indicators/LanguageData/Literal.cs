using System.Text;

namespace ServerlessIct.Indicators.Tests.LanguageData;

/// <summary>A string or character literal of C# source.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Before">The code before it, as far as a call's name.</param>
sealed record Literal(string Text, int Line, string Before)
{
    /// <summary>Longer than the name of any method and what it is called on.</summary>
    const int Reach = 60;

    /// <summary>The letters that Vietnamese has and English has not, in lower case.</summary>
    const string Letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    public static Literal At(string source, int start, string text) =>
        new(text, 1 + source.AsSpan(0, start).Count('\n'), source[Math.Max(0, start - Reach)..start]);

    /// <summary>Whether it is written in Vietnamese, or made a word of the language by the code around it.</summary>
    public bool IsVietnamese => Text.Normalize(NormalizationForm.FormC).ToLowerInvariant().AsSpan().ContainsAny(Letters) || BecomesWord;

    /// <summary><c>vocabulary.Add(</c>.</summary>
    bool BecomesWord => string.Concat(Before.Where(c => !char.IsWhiteSpace(c))).EndsWith("ocabulary.Add(", StringComparison.Ordinal);
}

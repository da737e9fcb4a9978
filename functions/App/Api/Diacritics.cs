using System.Text;

namespace ServerlessIct.App.Api;

/// <summary>Vietnamese as typed without tone marks: lower case, no diacritics, đ as d, and so the Icelandic letter that looks like it in capitals.</summary>
public static class Diacritics
{
    /// <summary>The letter, then its marked forms. The app runs without ICU, where normal forms are not to be had.</summary>
    static readonly string[] Letters =
    [
        "aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ", "dđð",
    ];

    static readonly Dictionary<char, char> Bare = Letters.SelectMany(l => l.Skip(1).Select(c => (Marked: c, Bare: l[0]))).ToDictionary(p => p.Marked, p => p.Bare);

    /// <summary>The text in lower case and without diacritics.</summary>
    public static string Remove(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\u0300' and <= '\u036F') continue;
            var lower = char.ToLowerInvariant(c);
            plain.Append(Bare.GetValueOrDefault(lower, lower));
        }
        return plain.ToString();
    }

    /// <summary>Whether every word stands somewhere in the names, whatever the tone marks; no words stand everywhere.</summary>
    public static bool InsensitiveMatch(string? words, params ReadOnlySpan<string?> names)
    {
        if (words is null) return true;
        var text = Remove(string.Join('\n', names));
        return Remove(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }
}

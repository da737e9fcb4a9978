namespace ServerlessIct.Indicators.Extraction.Text;

/// <summary>
/// The form in which words are compared: lower case, one spelling of tone placement (<c>hoà</c> is <c>hòa</c>) and of
/// final i and y (<c>tỉ</c> is <c>tỷ</c>); letters that a scanner took for digits are digits again. Every character keeps its place, so offsets into the folded text are offsets into the text.
/// </summary>
static class Folding
{
    const string Plain = "aăâeêioôơuưy";
    const string Toned = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";

    /// <summary>Latin letters and general punctuation lie below; what lies above is looked up one by one.</summary>
    const int TableSize = 0x2300;

    static readonly char[] Lowered = [.. Enumerable.Range(0, TableSize).Select(c => Lower((char)c))];

    /// <summary>The vowels that pass their tone to the one before, or are spelt y.</summary>
    static readonly bool[] Movable = [.. Enumerable.Range(0, TableSize).Select(c => Toned.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var at && Plain[at / 5] is 'a' or 'e' or 'i' or 'y')];

    /// <summary>The folded text, of the same length as <paramref name="text"/>, which must be in NFC.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) => Fold(source, folded));

    /// <summary>Folds a text in NFC into memory of the same length.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            folded[i] = c = c < TableSize ? Lowered[c] : Lower(c);
            if (c is >= 'à' and < (char)TableSize && Movable[c] && i > 0 && (i + 1 == text.Length || !char.IsLetter(text[i + 1]))) PlaceTone(folded, i);
            else if (c is 'o' or 'l' && i + 1 < text.Length && !char.IsLetter(text[i + 1]) && ScannedDigits.IsDigit(text, i)) folded[i] = c == 'o' ? '0' : '1';
        }
    }

    static char Lower(char c) => c switch
    {
        < 'A' => c,
        <= 'Z' => (char)(c | 0x20),
        < '\u0080' => c,
        '\u00A0' or '\u2007' or '\u202F' or '\u2009' => ' ',
        '\u00D0' => 'đ', // Eth, typed for Đ.
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
        '\u2212' => '-',
        >= '\uFF01' and <= '\uFF5E' => Lower((char)(c - 0xFEE0)), // Letters and digits of full width.
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Spells the vowel at the end of a syllable, and the one before it, in the one way.</summary>
    static void PlaceTone(Span<char> text, int i)
    {
        var at = Toned.IndexOf(text[i], StringComparison.Ordinal);
        var (vowel, tone) = (Plain[at / 5], at % 5);
        var before = text[i - 1];
        if ((vowel is 'a' or 'e' && before == 'o') || (vowel == 'y' && before == 'u' && (i < 2 || text[i - 2] != 'q')))
        {
            text[i - 1] = Toned[(Plain.IndexOf(before, StringComparison.Ordinal) * 5) + tone];
            text[i] = vowel;
        }
        else if (vowel == 'i' && (before is 'h' or 'k' or 'l' or 'm' or 's' or 't') && (i < 2 || !char.IsLetter(text[i - 2])))
        {
            text[i] = Toned[(Plain.IndexOf('y', StringComparison.Ordinal) * 5) + tone];
        }
    }
}

namespace ServerlessIct.Indicators.Extraction.Lexing;

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

    static readonly Letter[] Letters = [.. Enumerable.Range(0, TableSize).Select(c => Letter.Of(Lower((char)c)))];

    /// <summary>The folded text, of the same length as <paramref name="text"/>, which must be in NFC.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) => Fold(source, folded));

    /// <summary>Folds a text in NFC into memory of the same length.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var before = Pair.None;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] < TableSize ? text[i] : Lower(text[i]);
            var letter = c < TableSize ? Letters[c] : new Letter(c, Pair.None, Pair.None);
            folded[i] = letter.Lower;
            if ((letter.Second & (before | Pair.Number)) != Pair.None) Mend(text, folded, i);
            before = letter.First;
        }
    }

    /// <summary>Mends what ends at a character: the two last letters of a syllable, the letters before a digit that are digits.</summary>
    static void Mend(ReadOnlySpan<char> text, Span<char> folded, int i)
    {
        if (!char.IsAsciiDigit(folded[i]))
        {
            if (i + 1 == text.Length || !char.IsLetter(text[i + 1])) PlaceTone(folded, i);
        }
        else if (char.IsAsciiDigit(text[i]) && i > 0)
        {
            MendDigit(text, folded, text[i - 1] is '.' or ',' ? i - 2 : i - 1);
        }
    }

    static void MendDigit(ReadOnlySpan<char> text, Span<char> folded, int i)
    {
        if (i >= 0 && folded[i] is 'o' or 'l' && ScannedDigits.IsDigit(text, i)) folded[i] = folded[i] == 'o' ? '0' : '1';
    }

    static char Lower(char c) => c switch
    {
        < 'A' => c,
        <= 'Z' => (char)(c | 0x20),
        < '\u0080' => c,
        '\u00A0' or '\u2007' or '\u202F' or '\u2009' => ' ',
        '\u00D0' or '\u00F0' => 'đ', // Eth, typed for Đ and đ.
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

    /// <summary>Which pairs of characters, one behind the other, may have to be mended.</summary>
    [Flags]
    enum Pair : byte
    {
        None = 0,

        /// <summary><c>oà</c>, <c>oè</c>.</summary>
        RoundVowels = 1,

        /// <summary><c>uý</c>.</summary>
        HighVowels = 2,

        /// <summary><c>kì</c>, <c>tỉ</c>.</summary>
        ConsonantAndVowel = 4,

        /// <summary>A digit, whatever is before it.</summary>
        Number = 8,
    }

    /// <summary>A lowered character, with the pairs in which it may come first and second.</summary>
    readonly record struct Letter(char Lower, Pair First, Pair Second)
    {
        public static Letter Of(char lower) => new(lower, FirstOf(lower), SecondOf(lower));

        static Pair FirstOf(char lower) => lower switch
        {
            'o' => Pair.RoundVowels,
            'u' => Pair.HighVowels,
            'h' or 'k' or 'l' or 'm' or 's' or 't' => Pair.ConsonantAndVowel,
            _ => Pair.None,
        };

        static Pair SecondOf(char lower)
        {
            if (char.IsAsciiDigit(lower)) return Pair.Number;
            if (Toned.IndexOf(lower, StringComparison.Ordinal) is not (>= 0 and var at)) return Pair.None;
            return Plain[at / 5] switch
            {
                'a' or 'e' => Pair.RoundVowels,
                'y' => Pair.HighVowels,
                'i' => Pair.ConsonantAndVowel,
                _ => Pair.None,
            };
        }
    }
}

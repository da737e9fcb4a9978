using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the style of a text from the numbers that can be read in one way only.</summary>
static class NumberStyles
{
    /// <summary>English where at least one number can be nothing else, and none can only be Vietnamese.</summary>
    public static NumberStyle Of(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        var english = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].End - tokens[i].Start < 3) continue;
            var digits = text[tokens[i].Start..tokens[i].End];
            var (dot, comma) = (digits.IndexOf('.'), digits.IndexOf(','));
            if (dot < 0 && comma < 0) continue;
            var percent = i + 1 < tokens.Length && tokens[i + 1].Is('%');
            if (IsVietnamese(digits, dot, comma, percent)) return NumberStyle.Vietnamese;
            english |= IsEnglish(digits, dot, comma, percent);
        }

        return english ? NumberStyle.English : NumberStyle.Vietnamese;
    }

    /// <summary><c>69,3</c>, <c>1.463,5</c>, <c>1.463</c>; not <c>0.125</c>, nor <c>4.125%</c>, which is no number of thousands.</summary>
    static bool IsVietnamese(ReadOnlySpan<char> digits, int dot, int comma, bool percent)
    {
        if (comma >= 0 && dot >= 0) return dot < comma && digits[(comma + 1)..].IndexOfAny('.', ',') < 0;
        if (comma >= 0) return digits[(comma + 1)..].IndexOf(',') < 0 && digits.Length - comma - 1 != 3;
        return digits[(dot + 1)..].IndexOf('.') < 0 && digits.Length - dot - 1 == 3 && digits[0] != '0' && !percent;
    }

    /// <summary><c>1,463.5</c>, <c>1,234,567</c>, <c>93.35%</c>.</summary>
    static bool IsEnglish(ReadOnlySpan<char> digits, int dot, int comma, bool percent)
    {
        if (comma >= 0 && dot >= 0) return comma < dot;
        if (comma >= 0) return digits[(comma + 1)..].IndexOf(',') == 3;
        return percent && digits[(dot + 1)..].IndexOf('.') < 0;
    }
}

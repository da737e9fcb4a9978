namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Tells where a scanner wrote the letter O for nought or l for one. Only inside what is otherwise a number: codes keep their letters.</summary>
static class ScannedDigits
{
    /// <summary>No number has more digits and marks.</summary>
    const int LongestNumber = 24;

    /// <summary>Whether the <c>O</c> or <c>l</c> at a place of a text, in either case, stands for a digit: <c>2O23</c>, <c>8O,2</c>, <c>l.422</c>.</summary>
    public static bool IsDigit(ReadOnlySpan<char> text, int i)
    {
        if (i + 1 >= text.Length || !StandsInNumber(text, i)) return false;
        return !IsLetterBeyond(text, i, -1) && !IsLetterBeyond(text, i, 1);
    }

    static bool StandsInNumber(ReadOnlySpan<char> text, int i)
    {
        var decimals = text[i + 1] is '.' or ',' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 2]);
        if (i > 0 && char.IsAsciiDigit(text[i - 1])) return char.IsAsciiDigit(text[i + 1]) || decimals;
        if (!decimals || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ',' or '-' or '/'))) return false;
        return text[i + 1] == ',' || (i + 4 < text.Length && char.IsAsciiDigit(text[i + 3]) && char.IsAsciiDigit(text[i + 4]));
    }

    static bool IsLetterBeyond(ReadOnlySpan<char> text, int i, int step)
    {
        for (var steps = 0; steps < LongestNumber; steps++)
        {
            i += step;
            if ((uint)i >= (uint)text.Length) return false;
            if (!(char.IsAsciiDigit(text[i]) || text[i] is '.' or ',' or 'o' or 'O' or 'l' or 'L')) return char.IsLetter(text[i]);
        }

        return true;
    }
}

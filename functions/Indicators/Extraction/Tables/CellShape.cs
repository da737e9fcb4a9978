using System.Globalization;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Tells by its shape what a cell may hold.</summary>
static class CellShape
{
    /// <summary>A figure with its unit has no more tokens.</summary>
    public const int LongestFigure = 8;

    /// <summary>Whether a cell begins with a number, and is short; <c>2015</c> may as well be a year.</summary>
    public static bool IsFigure(char[] text, Token[] tokens, TableCell cell)
    {
        if (cell.IsEmpty || cell.End - cell.First > LongestFigure) return false;
        var i = cell.First;
        while (i < cell.End && tokens[i].Kind == TokenKind.Mark && (char)tokens[i].Word is '+' or '-' or '(' or '>' or '<' or '≥' or '≤' or '~' or '=') i++;
        return i < cell.End && tokens[i].Kind == TokenKind.Number && !(i + 1 < cell.End && tokens[i + 1].Is('.') && cell.End > i + 2) && !IsDate(text, tokens, i, cell.End);
    }

    static bool IsDate(char[] text, Token[] tokens, int i, int end) =>
        i + 4 < end && (tokens[i + 1].Is('/') || tokens[i + 1].Is('-')) && (tokens[i + 3].Is('/') || tokens[i + 3].Is('-')) && SmallNumber(text, tokens[i + 4]) >= 1900;

    /// <summary>A whole number of up to four digits; 0 for none.</summary>
    public static int SmallNumber(char[] text, Token token) =>
        token.Kind == TokenKind.Number && token.End - token.Start <= 4
        && int.TryParse(text.AsSpan(token.Start, token.End - token.Start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the label of a row: its list number, its words, its unit.</summary>
/// <param name="language">The language data.</param>
/// <param name="written">The text as written: capitals part <c>A</c> from <c>a</c>.</param>
/// <param name="text">The folded text.</param>
/// <param name="tokens">The tokens of the table.</param>
sealed class RowLabelReader(Language language, string written, char[] text, Token[] tokens)
{
    readonly MeasureReader measures = new(language, text, tokens);

    /// <param name="cell">The cell that says what the row is about.</param>
    /// <param name="number">The cell of its list number; empty for none.</param>
    /// <param name="unit">The cell of its unit; empty for none.</param>
    public RowLabel Read(TableCell cell, TableCell number, TableCell unit)
    {
        var level = number.IsEmpty ? 0 : LevelOf(number.First, number.End, out _);
        var i = cell.First;
        if (LevelOf(i, cell.End, out var length) is > 0 and var marked)
        {
            level = Math.Max(level, marked);
            i += length;
        }

        var ofWhich = language.Headers.Longest(tokens.AsSpan(0, cell.End), i, out var tags);
        if (ofWhich > 0 && tags.HasAny(HeaderTag.OfWhich))
        {
            level = Math.Max(level, RowLabel.Part);
            i += ofWhich;
            while (i < cell.End && tokens[i].Kind == TokenKind.Mark) i++;
        }

        var end = cell.End;
        var measure = unit.IsEmpty ? null : measures.Read(unit.First, unit.End, nouns: true);
        if (Bracket(i, end) is { } bracket)
        {
            measure ??= bracket.Measure;
            end = bracket.First;
        }

        while (end > i && (tokens[end - 1].Is(':') || tokens[end - 1].Is('*'))) end--;
        return new RowLabel([.. Enumerable.Range(i, Math.Max(0, end - i))], measure, level == 0 ? RowLabel.Plain : level);
    }

    /// <summary><c>(nghìn tỷ đồng)</c> at the end; a bracket that names no unit belongs to the words.</summary>
    (int First, Measure Measure)? Bracket(int first, int end)
    {
        if (end - first < 3 || !tokens[end - 1].Is(')')) return null;
        var open = end - 2;
        while (open > first && !tokens[open].Is('(')) open--;
        if (open == first) return null;
        var from = open + 1;
        var named = language.Headers.Longest(tokens.AsSpan(0, end), from, out var tags);
        if (named > 0 && tags.HasAny(HeaderTag.UnitName))
        {
            from += named;
            if (tokens[from].Is(':')) from++;
        }
        else
        {
            named = 0;
        }

        return measures.Read(from, end - 1, nouns: named > 0 || language.Words.Counted.Contains(tokens[from].Word)) is { } measure ? (open, measure) : null;
    }

    /// <summary>The level that a mark or list number stands for; 0 where there is none.</summary>
    int LevelOf(int i, int end, out int length)
    {
        length = 0;
        if (i >= end) return 0;
        var token = tokens[i];
        if (token.Kind == TokenKind.Mark && (char)token.Word is '-' or '+' or '•' or '*' or '–' or '·' or '▪' or '◦')
        {
            length = 1;
            return (char)token.Word == '+' ? RowLabel.Part + 1 : RowLabel.Part;
        }

        var closed = i + 1 < end && (tokens[i + 1].Is('.') || tokens[i + 1].Is(')') || tokens[i + 1].Is('/'));
        if (!closed && i + 1 < end) return IsItem(token) && tokens[i].Kind == TokenKind.Number && text.AsSpan(token.Start, token.End - token.Start).Contains('.') ? Item(token, 1, out length) : 0;
        return IsItem(token) ? Item(token, closed ? 2 : 1, out length) : 0;
    }

    int Item(Token token, int tokensTaken, out int length)
    {
        length = tokensTaken;
        if (token.Kind == TokenKind.Number) return 3 + text.AsSpan(token.Start, token.End - token.Start).Count('.');
        return char.IsUpper(written[token.Start]) ? 2 : 6;
    }

    /// <summary>A Roman numeral, one letter, or a number such as <c>2</c> and <c>2.1</c>.</summary>
    bool IsItem(Token token)
    {
        var word = text.AsSpan(token.Start, token.End - token.Start);
        return token.Kind switch
        {
            TokenKind.Number => word.Length <= 2 || (word.Contains('.') && word.Length <= 6 && word.IndexOf('.') <= 2),
            TokenKind.Word => word.Length == 1 || word.IndexOfAnyExcept("ivx") < 0,
            _ => false,
        };
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the number of a cell. A cell with more than one number, or with prose, has none.</summary>
sealed class FigureReader(Language language, char[] text, Token[] tokens, NumberStyle style)
{
    /// <summary>What is counted has no more words behind its number.</summary>
    const int LongestNoun = 4;

    readonly ObjectPool<Quantity> supply = new(once: false);
    QuantityReader? quantities;

    public Figure? Read(TableCell cell)
    {
        if (!CellShape.IsFigure(text, tokens, cell)) return Qualified(cell);
        var (first, negative, signed, qualifier) = (cell.First, false, false, Qualifier.Exact);
        for (; tokens[first].Kind == TokenKind.Mark; first++)
        {
            switch ((char)tokens[first].Word)
            {
                case '-' or '(': (negative, signed) = (true, true); break;
                case '+': signed = true; break;
                case '≥' or '>': qualifier = Qualifier.Over; break;
                case '≤' or '<': qualifier = Qualifier.Under; break;
                case '~': qualifier = Qualifier.About; break;
            }
        }

        var figure = Number(first, cell.End, qualifier);
        return figure is { } f && negative ? f with { Number = -f.Number, IsSigned = true, Span = Whole(cell) } : figure is { } g && signed ? g with { IsSigned = true } : figure;
    }

    SourceSpan Whole(TableCell cell) => new(tokens[cell.First].Start, tokens[cell.End - 1].End);

    Figure? Number(int first, int end, Qualifier qualifier)
    {
        // A year alone would be read as a period.
        if (first + 1 == end || (first + 2 == end && tokens[first + 1].Is(')')))
            return NumberReader.TryRead(text.AsSpan(tokens[first].Start, tokens[first].End - tokens[first].Start), out var number, style)
                ? new Figure(number, null, null, false, false, qualifier, new SourceSpan(tokens[first].Start, tokens[first].End))
                : null;
        return Only(first, end, qualifier);
    }

    /// <summary><c>trên 90%</c>, <c>khoảng 1.200</c>.</summary>
    Figure? Qualified(TableCell cell) =>
        cell.End - cell.First is > 1 and <= CellShape.LongestFigure && tokens[cell.First].Kind == TokenKind.Word
        && language.Lexicon.Longest(tokens.AsSpan(0, cell.End), cell.First, out var entry) is > 0 and var length && cell.First + length < cell.End
        && entry!.Tag is PhraseTag.About or PhraseTag.Over or PhraseTag.Under or PhraseTag.Estimated && tokens[cell.First + length].Kind == TokenKind.Number
            ? Number(cell.First + length, cell.End, QualifierOf(entry.Tag))
            : null;

    static Qualifier QualifierOf(PhraseTag tag) => tag switch
    {
        PhraseTag.About => Qualifier.About,
        PhraseTag.Over => Qualifier.Over,
        PhraseTag.Under => Qualifier.Under,
        _ => Qualifier.Estimated,
    };

    /// <summary>The only number, with at most its unit and what it counts behind it.</summary>
    Figure? Only(int first, int end, Qualifier qualifier)
    {
        supply.GiveBack();
        quantities ??= new QuantityReader(language, text, tokens, style, supply);
        if (quantities.At(first, end, out _) is not { Role: not Role.None } only || end - only.End > LongestNoun) return null;
        for (var i = only.End; i < end; i++)
            if (tokens[i].Kind == TokenKind.Number || tokens[i].Is('-') || tokens[i].Is('/')) return null;
        return new Figure(only.Value, only.Total, only.Unit, only.Scaled || only.Unit is not null, false, qualifier, new SourceSpan(tokens[first].Start, tokens[only.End - 1].End));
    }
}

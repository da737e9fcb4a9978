using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Cuts a sentence into pieces: periods first, so that their numbers are not taken for quantities.</summary>
sealed class PieceReader(Language language, TokenizedText tokenized, Desk desk, Trace? trace)
{
    readonly PeriodScanner periods = new(language);
    readonly char[] text = tokenized.Folded;
    readonly Token[] tokens = tokenized.Tokens;
    readonly QuantityReader quantities = new(language, tokenized.Folded, tokenized.Tokens, NumberStyles.Of(tokenized.FoldedSpan, tokenized.TokenSpan), desk.Quantities);
    readonly SpelledQuantityReader spelled = new(language, tokenized.Folded, tokenized.Tokens, desk.Quantities);

    /// <summary>The pieces of the tokens from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <param name="year">The year in force, for periods that do not say theirs.</param>
    /// <param name="month">The month with which the period in force ends, where it is shorter than a year; 0 for none.</param>
    public SentencePieces Read(int first, int end, int year, int month)
    {
        var pieces = desk.Pieces;
        for (var i = first; i < end;)
        {
            pieces.Add(Next(i, end, (year, month), in pieces[pieces.Pieces.Count - 1]));
            i = pieces[pieces.Pieces.Count - 1].End;
        }

        return pieces;
    }

    Piece Next(int i, int end, (int Year, int Month) inForce, in Piece before)
    {
        var sentence = tokens.AsSpan(0, end);
        var length = language.Lexicon.Longest(sentence, i, out var entry);
        if (length > 0 && entry!.Sense == Sense.Idiom) return new Piece(PieceKind.Phrase, i, i + length, Sense.Idiom);
        if (periods.At(text, sentence, i, inForce.Year, inForce.Month) is { } period) return new Piece(PieceKind.Period, i, period.End, Period: period);
        var why = "";
        var found = tokens[i].Kind switch
        {
            TokenKind.Number => quantities.At(i, end, out why),
            TokenKind.Word => spelled.At(i, end, in before) ?? quantities.AtMinus(i, end),
            TokenKind.Mark => quantities.AtMark(i, end),
            _ => null,
        };
        if (found is not null) return new Piece(PieceKind.Quantity, i, found.End, Quantity: found);
        if (why.Length > 0) trace?.NoAmount(i, why);
        if (length > 0 && entry!.Sense == Sense.Plain) return new Piece(PieceKind.Word, i, i + length);
        // "hạng 13", "bậc 3": before its number the unit of ranks and grades is the name of one.
        if (length > 0 && entry!.Unit == "rank" && i + length < end && tokens[i + length].Kind == TokenKind.Number) return new Piece(PieceKind.Phrase, i, i + length, Sense.Ordinal);
        if (length > 0 && entry!.Sense is not (Sense.Unit or Sense.Multiplier)) return new Piece(PieceKind.Phrase, i, i + length, entry.Sense);
        // The dot of ".vn" belongs to the name.
        return tokens[i].Kind == TokenKind.Mark && !(tokens[i].Is('.') && i + 1 < end && tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].Touches(tokens[i]))
            ? new Piece(PieceKind.Mark, i, i + 1, Mark: (char)tokens[i].Word)
            : new Piece(PieceKind.Word, i, i + 1);
    }
}

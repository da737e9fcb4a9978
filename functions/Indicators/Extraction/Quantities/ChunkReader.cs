using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Cuts a sentence into chunks: periods first, so that their numbers are not taken for quantities.</summary>
sealed class ChunkReader(Language language, TokenizedText tokenized, ChunkedSentence chunks, ObjectPool<Quantity> pool, INumberTrace? trace)
{
    readonly PeriodScanner periods = new(language);
    readonly char[] text = tokenized.Folded;
    readonly Token[] tokens = tokenized.Tokens;
    readonly QuantityReader quantities = new(language, tokenized.Folded, tokenized.Tokens, NumberStyles.Of(tokenized.FoldedSpan, tokenized.TokenSpan), pool);
    readonly SpelledQuantityReader spelled = new(language, tokenized.Folded, tokenized.Tokens, pool);

    /// <summary>The chunks of the tokens from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <param name="year">The year in force, for periods that do not say theirs.</param>
    /// <param name="month">The month with which the period in force ends, where it is shorter than a year; 0 for none.</param>
    /// <param name="ofDocument">The year of the document, for <c>năm nay</c>; 0 for none.</param>
    public ChunkedSentence Read(int first, int end, int year, int month, int ofDocument)
    {
        var said = 0;
        for (var i = first; i < end;)
        {
            chunks.Add(Next(i, end, (said > 0 ? said : year, month), in chunks[chunks.Chunks.Count - 1]));
            i = chunks[chunks.Chunks.Count - 1].End;
            if (tokens[i - 1].Is(';')) said = 0;
            else if (chunks.Periods == 1 && chunks.Quantities.Count == 0 && chunks[chunks.Chunks.Count - 1].Period is { } opening) said = YearOf(opening, ofDocument);
        }

        return chunks;
    }

    /// <summary><c>Năm nay kinh phí eo hẹp, chín tháng mới mở được 74 lớp</c>: the year that a clause names first is that of its months; 0 for none.</summary>
    int YearOf(PeriodMention opening, int ofDocument) => opening switch
    {
        { Reference: PeriodReference.Current } when tokens[opening.First].Kind == TokenKind.Word && tokens[opening.First].Word == language.PeriodWords.Year => ofDocument,
        { Reference: PeriodReference.Named, HasYear: true, IsOfAct: false, UpTo: false, Period: { Kind: PeriodKind.Year } year } when !language.PeriodSurroundings.IsCompared(tokens, opening.First) => year.Year,
        _ => 0,
    };

    Chunk Next(int i, int end, (int Year, int Month) inForce, in Chunk before)
    {
        var sentence = tokens.AsSpan(0, end);
        var length = language.Lexicon.Longest(sentence, i, out var entry);
        if (length > 0 && entry!.Tag == PhraseTag.Idiom) return new Chunk(ChunkKind.Phrase, i, i + length, PhraseTag.Idiom);
        if (periods.At(text, sentence, i, inForce.Year, inForce.Month) is { } period) return new Chunk(ChunkKind.Period, i, period.End, Period: period);
        var why = "";
        var found = tokens[i].Kind switch
        {
            TokenKind.Number => quantities.At(i, end, out why),
            TokenKind.Word => spelled.At(i, end, in before) ?? quantities.AtMinus(i, end),
            TokenKind.Mark => quantities.AtMark(i, end),
            _ => null,
        };
        if (found is not null) return new Chunk(ChunkKind.Quantity, i, found.End, Quantity: found);
        if (why.Length > 0) trace?.NoAmount(i, why);
        if (length > 0 && entry!.Tag == PhraseTag.FixedPhrase) return new Chunk(ChunkKind.Word, i, i + length);
        // "hạng 13", "bậc 3": before its number the unit of ranks and grades is the name of one.
        if (length > 0 && entry!.Unit == "rank" && i + length < end && tokens[i + length].Kind == TokenKind.Number) return new Chunk(ChunkKind.Phrase, i, i + length, PhraseTag.Ordinal);
        if (length > 0 && entry!.Tag is not (PhraseTag.Unit or PhraseTag.Multiplier)) return new Chunk(ChunkKind.Phrase, i, i + length, entry.Tag);
        // The dot of ".vn" belongs to the name.
        return tokens[i].Kind == TokenKind.Mark && !(tokens[i].Is('.') && i + 1 < end && tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].Touches(tokens[i]))
            ? new Chunk(ChunkKind.Mark, i, i + 1, Mark: (char)tokens[i].Word)
            : new Chunk(ChunkKind.Word, i, i + 1);
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Reads where movements start: <c>từ 63% năm 2019 lên 71%</c>. The start is of the period behind it; where none is named it is of some
/// earlier time that nobody can tell, and no figure of the period spoken of.
/// </summary>
sealed class MovementReader(Language language, Token[] tokens)
{
    /// <summary>Marks the starts among the quantities of a sentence whose roles are known.</summary>
    public void Read(ChunkedSentence sentence)
    {
        for (var n = 0; n + 1 < sentence.Quantities.Count; n++)
        {
            var (start, end) = (sentence.Quantities[n], sentence.Quantities[n + 1]);
            // Từ vị trí 38 lên 27: the end is a rank as the start is.
            if (start is { Role: Role.Level, Unit.Code: "rank" } && end is { Unit: null, Verb: PhraseTag.ReachesLevel } && !sentence.Counts(end)) end.Unit = Unit.Rank;
            if (start is { IsLeft: true, Unit: null } && end is { Role: Role.Level, Unit: null, Verb: PhraseTag.ReachesLevel } && sentence[start.Chunk + 1].Kind == ChunkKind.Period && IsBehindFrom(sentence, start)) (start.Role, start.Reason) = (Role.Level, ""); // từ 411 năm 2018 lên 656
            if (start.Role != Role.Level || end.Role != Role.Level || !IsEnd(sentence, end) || start.Unit != end.Unit || !IsBehindFrom(sentence, start)) continue;
            var period = PeriodBetween(sentence, start.Chunk, end.Lead, out var parted);
            if (parted) continue;
            start.IsStart = true;
            if (period > 0) start.PeriodChunk = period;
            else (start.Role, start.Reason) = (Role.None, "the level that a movement starts from, at a time that is not named");
        }
    }

    /// <summary><c>lên 27</c>, <c>lên hạng 27</c>.</summary>
    static bool IsEnd(ChunkedSentence sentence, Quantity end) =>
        end.Verb == PhraseTag.ReachesLevel || (end.Unit == Unit.Rank && sentence[end.Lead - 1].Is(PhraseTag.Ordinal) && sentence[end.Lead - 2].LeadsOnto);

    /// <summary><c>từ</c>, with <c>mức</c>, <c>chỗ</c> or <c>vị trí</c> behind it or not.</summary>
    bool IsBehindFrom(ChunkedSentence sentence, Quantity start)
    {
        var i = start.Lead - 1;
        while (i > 0 && sentence[i].Kind == ChunkKind.Phrase && sentence[i].Tag is PhraseTag.Ordinal or PhraseTag.Rank) i--;
        if (sentence[i].Kind == ChunkKind.Word && sentence[i].Word(tokens) == language.QuantityWords.Spot) i--;
        return sentence[i].Is(PhraseTag.Function) && sentence[i].FirstWord(tokens) == language.Words.From;
    }

    /// <summary>The chunk of the first period; 0 for none.</summary>
    static int PeriodBetween(ChunkedSentence sentence, int from, int to, out bool parted)
    {
        var found = 0;
        parted = false;
        for (var i = from + 1; i < to; i++)
        {
            parted |= sentence[i].Kind == ChunkKind.Mark && sentence[i].Mark is ',' or ';' or ':' or '.';
            if (found == 0 && sentence[i].Kind == ChunkKind.Period) found = i;
        }

        return found;
    }
}

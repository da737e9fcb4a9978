using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>
/// Tells which statistic a statement goes on with that has no subject but a time or another place: <c>Tính chung 8 tháng đạt 96,8 tỷ đồng</c>
/// behind what the month brought, <c>Đồng Tháp đạt 85,27%</c> behind the province's own share.
/// </summary>
sealed class Continuation(Topic topic, List<Observation> observations)
{
    int paragraph = -1;

    /// <summary>Where the observations of the sentence begin, and of that before it in its paragraph.</summary>
    int ofThis, ofPrevious;

    /// <summary>Begins a sentence that has numbers.</summary>
    public void Begin(int number)
    {
        ofPrevious = number == paragraph ? ofThis : observations.Count;
        (ofThis, paragraph) = (observations.Count, number);
    }

    /// <summary>The observation whose subject a statement shares; null for none.</summary>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="unit">Its unit; null where only a comparison is stated.</param>
    /// <param name="subject">The tokens of its subject.</param>
    /// <param name="elsewhere">Whether it is of another place than the document.</param>
    public Observation? Of(SentencePieces sentence, Statement statement, Unit? unit, (int First, int End) subject, bool elsewhere)
    {
        if (elsewhere) return unit == Unit.Percent && Last() is { Indicator: not null } share && share.Unit == unit && topic.NamesOnlyAPlace(subject) ? share : null;
        if (observations.Count > ofThis || !NamesOnlyATime(sentence, statement.Subject) || (statement.Level is { } level && sentence.Counts(level))) return null;
        Observation? found = null;
        for (var i = ofPrevious; i < ofThis; i++)
        {
            if (unit is not null && observations[i].Unit != unit) continue;
            if (observations[i].Indicator is null || (found is not null && found.Indicator != observations[i].Indicator)) return null;
            found = observations[i];
        }

        return found;
    }

    /// <summary>The observation before, of this sentence or the one before it.</summary>
    Observation? Last() => observations.Count > ofPrevious ? observations[^1] : null;

    static bool NamesOnlyATime(SentencePieces sentence, (int From, int To) subject)
    {
        var time = false;
        for (var i = subject.From; i < subject.To; i++)
        {
            if (sentence[i].Kind == PieceKind.Word || sentence[i].Is(Sense.Plan) || sentence[i].Is(Sense.Pronoun)) return false;
            time |= sentence[i].Kind == PieceKind.Period || sentence[i].Is(Sense.Cumulative);
        }

        return time;
    }
}

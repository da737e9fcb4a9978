using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>
/// <c>1.422 trạm (năm 2022: 1.346 trạm), tăng 5,6%</c>: a change that names no basis is told against the time whose value stands beside, where the
/// arithmetic shows it; and it is a change of the value that is left.
/// </summary>
static class ShownBases
{
    /// <summary>So many values before a change may be those that it is between.</summary>
    const int MostBefore = 4;

    /// <summary>Changes are told to one place, or to none.</summary>
    const decimal Rounding = 0.06m, WholeRounding = 0.5m;

    /// <summary>Gives such changes their basis, and to the statement of their value.</summary>
    public static void Assign(ChunkedSentence sentence, ReadOnlySpan<Statement> statements)
    {
        if (sentence.Periods == 0 || statements.Length < 2) return;
        for (var s = 1; s < statements.Length; s++)
        {
            var told = statements[s].Comparisons;
            for (var c = told.Count - 1; c >= 0; c--)
                if (told[c] is { Role: Role.Change, Basis: null, Verb: not PhraseTag.Exceed } change) Assign(sentence, statements[..(s + 1)], statements[s], change);
        }

        // The change of the first stands before the value of the other time.
        foreach (var change in statements[0].Comparisons)
            if (change is { Role: Role.Change, Basis: null, Verb: not PhraseTag.Exceed } && statements[0].Level is { } level && Earlier(sentence, statements[1], level) is { } basis && Shows(level, statements[1].Level!, change)) change.Basis = basis;
    }

    static void Assign(ChunkedSentence sentence, ReadOnlySpan<Statement> statements, Statement holder, Quantity change)
    {
        for (var other = statements.Length - 1; other >= 0 && statements.Length - other <= MostBefore; other--)
        {
            for (var value = statements.Length - 1; value >= 0 && statements.Length - value <= MostBefore; value--)
            {
                if (value == other || statements[value].Level is not { } level || level.Chunk > change.Chunk || Earlier(sentence, statements[other], level) is not { } basis || !Shows(level, statements[other].Level!, change)) continue;
                change.Basis = basis;
                if (statements[value] == holder) return;
                holder.Comparisons.Remove(change);
                statements[value].Comparisons.Add(change);
                return;
            }
        }
    }

    /// <summary>The time that the other value's own words name, where a value beside it in the same unit has none in its; null for none.</summary>
    static BasisMention? Earlier(ChunkedSentence sentence, Statement other, Quantity level) =>
        other.Level is { } value && value.Unit == level.Unit && value.Total == level.Total && PeriodOf(sentence, value) is { } period && PeriodOf(sentence, level) != period ? new BasisMention(period) : null;

    /// <summary><c>năm 2022: 1.346 trạm</c>, <c>1.346 trạm năm 2022</c>.</summary>
    static Periods.PeriodMention? PeriodOf(ChunkedSentence sentence, Quantity value)
    {
        if (value.LevelOf is { } basis) return basis.Period;
        if (value.PeriodChunk >= 0) return sentence[value.PeriodChunk].Period;
        for (var i = value.Lead - 1; i >= 0 && (sentence[i].Is(':') || !sentence.Parts(i)) && sentence[i].Kind != ChunkKind.Quantity; i--)
            if (sentence[i].Period is { } before) return before;
        return sentence[sentence.PlaceBehind(value)].Period;
    }

    /// <summary>Whether a change is what lies between two values.</summary>
    static bool Shows(Quantity level, Quantity other, Quantity change)
    {
        var told = change.Sign * change.Value;
        var gap = level.Value - other.Value;
        if (level.Unit == Unit.Rank) return change.Unit == Unit.Rank && told == -gap;
        if (change.Unit == level.Unit && gap == told) return told != 0;
        if (change.Unit == Unit.Point) return level.Unit == Unit.Percent && gap == told;
        if (change.Unit != Unit.Percent || level.Unit == Unit.Percent || other.Value <= 0) return false;
        var rate = (level.Value / other.Value * 100) - 100;
        return Math.Abs(rate - told) <= (told % 1 == 0 ? WholeRounding : Rounding);
    }
}

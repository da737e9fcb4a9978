using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary><c>các năm 2018, 2019 và 2020 lần lượt là 1,2; 1,5 và 1,9 tỷ đồng</c>: as many values as periods, in their order.</summary>
static class PeriodsInTurn
{
    /// <summary>No sentence tells the years of more spans one by one.</summary>
    const int MostSpans = 4;

    /// <summary>Gives the values of lists their periods.</summary>
    /// <param name="sentence">A sentence whose quantities have their roles.</param>
    /// <param name="isAnd">Tells the chunks that join the items of a list.</param>
    public static void Assign(ChunkedSentence sentence, Func<Chunk, bool> isAnd)
    {
        AssignYearsOfSpan(sentence, isAnd);
        if (sentence.Periods < 2) return;
        for (var i = 0; i < sentence.Chunks.Count; i++)
        {
            if (!IsItem(sentence, i)) continue;
            var (first, last, count) = (i, i, 1);
            while (NextItem(sentence, last, isAnd) is > 0 and var next) (last, count) = (next, count + 1);
            i = last;
            if (count < 2 || sentence[first - 1].Is(PhraseTag.Versus)) continue;
            var behind = ValueBehind(sentence, last);
            if (behind >= 0 && IsToldByTurns(sentence, first, behind, count) && IsListOf(sentence, behind, count, isAnd)) Assign(sentence, first, last, behind);
            else if (ValueBefore(sentence, first) is >= 0 and var before && before - count + 1 is >= 0 and var from && IsListOf(sentence, from, count, isAnd)) Assign(sentence, first, last, from);
        }
    }

    /// <summary><c>từ năm 2021 đến năm 2024 lần lượt là 48, 97, 132 và 155 tỷ đồng</c>: one value for each year of a span.</summary>
    static void AssignYearsOfSpan(ChunkedSentence sentence, Func<Chunk, bool> isAnd)
    {
        if (!sentence.Has(PhraseTag.Respectively)) return;
        var told = 0;
        for (var i = 0; i < sentence.Chunks.Count && told < MostSpans; i++)
        {
            if (sentence[i].Period is not { Reference: Periods.PeriodReference.Named, Period: { Kind: PeriodKind.Span } span }) continue;
            told++;
            var count = span.FinalYear - span.Year + 1;
            var value = ValueBehind(sentence, i);
            if (value < 0 || !IsToldByTurns(sentence, i, value, count) || !IsListOf(sentence, value, count, isAnd)) continue;
            for (var year = span.Year; year <= span.FinalYear; year++, value++)
                (sentence.Quantities[value].PeriodChunk, sentence.Quantities[value].OwnPeriod) = (i, Period.OfYear(year));
        }
    }

    static bool IsItem(ChunkedSentence sentence, int i) =>
        sentence[i].Period is { Reference: Periods.PeriodReference.Named, IsOfAct: false, Period.Kind: not (PeriodKind.Span or PeriodKind.Day) };

    /// <summary>The chunk of the next period of a list, of the same kind unless all are told by turns, <c>quý II và 6 tháng đầu năm 2023</c>; 0 where the list ends.</summary>
    static int NextItem(ChunkedSentence sentence, int item, Func<Chunk, bool> isAnd)
    {
        var next = item + 1;
        while (next <= item + 2 && (sentence[next].Is(',') || sentence[next].Is(';') || isAnd(sentence[next]))) next++;
        return next > item + 1 && IsItem(sentence, next) && (sentence[next].Period!.Period!.Value.Kind == sentence[item].Period!.Period!.Value.Kind || sentence.Has(PhraseTag.Respectively)) ? next : 0;
    }

    /// <summary>Whether <c>lần lượt</c> says so, or the values have units and nothing but those: two things counted in two years are no series.</summary>
    static bool IsToldByTurns(ChunkedSentence sentence, int first, int value, int count)
    {
        var quantities = sentence.Quantities;
        for (var i = first; i <= quantities[value].Chunk; i++)
            if (sentence[i].Is(PhraseTag.Respectively)) return true;
        for (var n = value; n < value + count && n < quantities.Count; n++)
            if (quantities[n].Unit is null || sentence[quantities[n].Chunk + 1].Kind == ChunkKind.Word) return false;
        return true;
    }

    /// <summary>The number of the first value behind a list of periods, in its clause; -1 for none.</summary>
    static int ValueBehind(ChunkedSentence sentence, int last)
    {
        for (var n = 0; n < sentence.Quantities.Count; n++)
        {
            if (sentence.Quantities[n] is not { Role: not Role.None } value || value.Chunk < last) continue;
            for (var i = last + 1; i < value.Chunk; i++)
                if (sentence[i].Is(';') || sentence[i].Is('(')) return -1;
            return n;
        }

        return -1;
    }

    /// <summary>The number of the value just before a list of periods, with nothing but its noun and prepositions between; -1 for none.</summary>
    static int ValueBefore(ChunkedSentence sentence, int first)
    {
        for (var n = sentence.Quantities.Count - 1; n >= 0; n--)
        {
            if (sentence.Quantities[n].Chunk > first) continue;
            for (var i = sentence.Quantities[n].Chunk + 1; i < first; i++)
                if (!(sentence[i].Kind == ChunkKind.Word || sentence[i].Is(PhraseTag.Function) || sentence[i].Is(PhraseTag.Respectively))) return -1;
            return n;
        }

        return -1;
    }

    /// <summary>Whether just so many values, from one on, are joined by commas, semicolons and <c>và</c>, with their nouns between.</summary>
    static bool IsListOf(ChunkedSentence sentence, int from, int count, Func<Chunk, bool> isAnd)
    {
        var quantities = sentence.Quantities;
        if (from + count > quantities.Count || quantities[from].Role != Role.Level) return false;
        for (var n = from + 1; n < from + count; n++)
            if (!IsJoined(sentence, quantities[n - 1], quantities[n], isAnd)) return false;
        return (from + count == quantities.Count || !IsJoined(sentence, quantities[from + count - 1], quantities[from + count], isAnd))
            && (from == 0 || !IsJoined(sentence, quantities[from - 1], quantities[from], isAnd));
    }

    static bool IsJoined(ChunkedSentence sentence, Quantity before, Quantity next, Func<Chunk, bool> isAnd)
    {
        if (next.Role != Role.Level || next.Unit != before.Unit || next.Verb != PhraseTag.None) return false;
        var joins = 0;
        for (var i = before.Chunk + 1; i < next.Chunk; i++)
        {
            if (sentence[i].Is(',') || sentence[i].Is(';') || isAnd(sentence[i])) joins++;
            else if (joins > 0 ? i < next.Lead : sentence[i].Kind != ChunkKind.Word) return false;
        }

        return joins > 0;
    }

    /// <summary>A quarter without a year is of that which the last names: <c>quý I và quý II năm 2023</c>.</summary>
    static void Assign(ChunkedSentence sentence, int first, int last, int value)
    {
        var named = sentence[last].Period!;
        for (var i = first; i <= last; i++)
        {
            if (sentence[i].Period is not { Period: { } period } mention) continue;
            if (!mention.HasYear && named.HasYear) period = period.AddYears(named.Period!.Value.Year - period.Year);
            var quantity = sentence.Quantities[value++];
            (quantity.PeriodChunk, quantity.OwnPeriod) = (i, period);
        }
    }
}

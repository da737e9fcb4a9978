using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary><c>tăng lần lượt 3% và 30% so với tháng trước và cùng kỳ</c>: as many changes as bases, in their order; several changes of one basis share it.</summary>
static class BasesInTurn
{
    /// <summary>Gives the changes of lists their roles and bases.</summary>
    /// <param name="sentence">A sentence whose quantities have their roles.</param>
    /// <param name="isAnd">Tells the chunks that join the items of a list.</param>
    public static void Assign(ChunkedSentence sentence, Func<Chunk, bool> isAnd)
    {
        if (!sentence.Has(PhraseTag.Versus)) return;
        var quantities = sentence.Quantities;
        for (var n = 0; n < quantities.Count; n++)
        {
            if (quantities[n] is not { Role: Role.Change, Basis: null, Verb: not PhraseTag.Exceed }) continue;
            var last = n;
            while (last + 1 < quantities.Count && quantities[last].Basis is null && IsJoined(sentence, quantities[last], quantities[last + 1], isAnd)) last++;
            if (last == n) continue;
            var bases = new List<BasisMention>();
            if (quantities[last].Basis is { IsPlan: false, IsOther: false } basis) AddBehind(sentence, quantities[last], basis, bases, isAnd);
            else if (quantities[last].Basis is null) AddLeading(sentence, quantities[n], bases, isAnd);
            if (bases.Count == last - n + 1) Assign(quantities, n, bases);
            else if (bases.Count == 1 && quantities[last].Basis is not null) Share(quantities, n, last, bases[0]);
            n = last;
        }
    }

    /// <summary>Whether two changes stand in one list: nothing but a comma or <c>và</c> between them, and the second with a verb of rise or fall or without any.</summary>
    static bool IsJoined(ChunkedSentence sentence, Quantity before, Quantity next, Func<Chunk, bool> isAnd)
    {
        if (next.Unit != before.Unit || next.Total is not null || !(next.Role == Role.Change || next is { Role: Role.Level or Role.Ratio, Verb: PhraseTag.None }) || next.Verb == PhraseTag.Exceed) return false;
        var joins = 0;
        for (var i = before.Chunk + 1; i < next.Lead; i++)
        {
            if (sentence[i].Is(',') || isAnd(sentence[i])) joins++;
            else return false;
        }

        return joins > 0;
    }

    /// <summary>The periods of the list behind <c>so với</c>, with which the last change's basis begins.</summary>
    static void AddBehind(ChunkedSentence sentence, Quantity last, BasisMention first, List<BasisMention> bases, Func<Chunk, bool> isAnd)
    {
        bases.Add(first);
        AddList(sentence, last.BasisEnd, bases, isAnd);
    }

    /// <summary>The periods of the list behind the <c>so với</c> that stands before the first change.</summary>
    static void AddLeading(ChunkedSentence sentence, Quantity change, List<BasisMention> bases, Func<Chunk, bool> isAnd)
    {
        for (var i = change.Lead - 1; i >= 0 && sentence[i].Kind != ChunkKind.Quantity && !sentence[i].Is(';'); i--)
        {
            if (!sentence[i].Is(PhraseTag.Versus) || sentence[i + 1].Period is not { } first) continue;
            bases.Add(new BasisMention(first));
            AddList(sentence, i + 2, bases, isAnd);
            return;
        }
    }

    static void AddList(ChunkedSentence sentence, int i, List<BasisMention> bases, Func<Chunk, bool> isAnd)
    {
        while (sentence[i].Is(',') || isAnd(sentence[i]))
        {
            while (sentence[i].Is(',') || isAnd(sentence[i]) || sentence[i].Is(PhraseTag.Versus)) i++;
            if (sentence[i].Period is not { } next) return;
            bases.Add(new BasisMention(next));
            i++;
        }
    }

    static void Assign(List<Quantity> quantities, int first, List<BasisMention> bases)
    {
        for (var i = 0; i < bases.Count; i++)
        {
            if (i > 0) GoOn(quantities[first + i - 1], quantities[first + i]);
            quantities[first + i].Basis = bases[i];
        }
    }

    static void Share(List<Quantity> quantities, int first, int last, BasisMention basis)
    {
        for (var n = first; n <= last && quantities[n].Role == Role.Change; n++) quantities[n].Basis ??= basis;
    }

    static void GoOn(Quantity before, Quantity next)
    {
        if (next.Role == Role.Change) return;
        (next.Role, next.Sign, next.Verb, next.Rule) = (Role.Change, before.Sign, before.Verb, "one of several changes by turns");
    }
}

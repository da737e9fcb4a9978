using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Joins changes to values that are told in turn: <c>A và B, lần lượt tăng 2% và giảm 3%</c>.</summary>
static class RespectiveChanges
{
    /// <summary>The value of each change, where subjects and changes go by their order; null where nothing is said to.</summary>
    /// <param name="sentence">The sentence, whose quantities have their roles.</param>
    /// <param name="isAnd">Tells the chunks that join the items of a list.</param>
    public static Dictionary<Quantity, Quantity>? Read(ChunkedSentence sentence, Func<Chunk, bool> isAnd)
    {
        if (!sentence.Has(PhraseTag.Respectively)) return null;
        var lists = new RespectiveSubjects(sentence, isAnd);
        lists.Assign();
        var pairs = PairInTurn(sentence);
        foreach (var values in lists.Lists) Pair(lists.ChangesBehind(values), values, pairs);
        return pairs;
    }

    /// <summary><c>A và B, lần lượt tăng 2% và giảm 3%</c>: as many changes as values, in their order.</summary>
    static Dictionary<Quantity, Quantity> PairInTurn(ChunkedSentence sentence)
    {
        var pairs = new Dictionary<Quantity, Quantity>();
        var clauses = Clauses(sentence);
        for (var p = 0; p < sentence.Chunks.Count; p++)
        {
            if (!sentence[p].Is(PhraseTag.Respectively)) continue;
            var values = sentence.Quantities.Where(q => q.Chunk < p && q.Role == Role.Level && clauses[q.Chunk] == clauses[p]).ToList();
            var changes = sentence.Quantities.Where(q => q.Chunk > p && clauses[q.Chunk] == clauses[p] && q.Unit == Unit.Percent).ToList();
            if (values.Count < 2) values = sentence.Quantities.Where(q => q.Chunk < p && q.Role == Role.Level).ToList();
            if (values.Count < 2 || changes.Count < values.Count) continue;
            if (AreRatios(changes)) changes.ForEach(c => (c.Role, c.Basis, c.Rule) = (Role.Ratio, changes[^1].Basis, "one of several ratios by turns"));
            else if (changes[0].Role != Role.Change) continue;
            Pair(changes, values, pairs);
        }

        return pairs;
    }

    /// <summary><c>lần lượt bằng 104,6% và 101,1% kế hoạch</c>: the basis behind the last is that of all.</summary>
    static bool AreRatios(List<Quantity> quantities) =>
        quantities[0] is { Role: Role.Level or Role.Ratio, Verb: PhraseTag.Ratio or PhraseTag.Reach } && quantities[^1] is { Role: Role.Ratio, Basis: not null };

    static void Pair(List<Quantity> changes, List<Quantity> values, Dictionary<Quantity, Quantity> pairs)
    {
        // Lần lượt tăng 2% và 3% so với tháng trước, tăng 5% và 8% so với cùng kỳ: each row goes through the values again.
        for (var row = 0; row + values.Count <= changes.Count; row += values.Count)
        {
            if (row > 0 && changes[row].Role != Role.Change) return;
            for (var i = row; i < row + values.Count; i++)
            {
                var change = changes[i];
                if (change.Role == Role.Level) (change.Role, change.Sign, change.Verb) = (Role.Change, changes[i - 1].Sign, changes[i - 1].Verb);
                if (change.Role is not (Role.Change or Role.Ratio)) continue;
                pairs[change] = values[i - row];
                if (change.Role == Role.Change) change.Basis ??= changes[row + values.Count - 1].Basis;
            }
        }
    }

    /// <summary>For each chunk the number of semicolons before it.</summary>
    static int[] Clauses(ChunkedSentence sentence)
    {
        var clauses = new int[sentence.Chunks.Count];
        for (var i = 1; i < clauses.Length; i++) clauses[i] = clauses[i - 1] + (sentence[i - 1].Is(';') ? 1 : 0);
        return clauses;
    }
}

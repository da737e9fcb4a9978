using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary><c>Doanh thu bưu chính và viễn thông lần lượt đạt 95 và 2.310 tỷ</c>: as many numbers as subjects, in their order.</summary>
sealed class RespectiveSubjects(ChunkedSentence sentence, Func<Chunk, bool> isAnd)
{
    /// <summary>No writer tells more than so many things by turns.</summary>
    const int MostValues = 12;

    /// <summary>The lists of values that were given their subjects.</summary>
    public List<List<Quantity>> Lists { get; } = [];

    /// <summary>Gives each number its subject and the words that the first subject shares with the others.</summary>
    public void Assign()
    {
        for (var p = 0; p < sentence.Chunks.Count; p++)
            if (sentence[p].Is(PhraseTag.Respectively)) Assign(p);
    }

    void Assign(int at)
    {
        var values = ValuesAfter(at);
        if (values.Count is < 2 or > MostValues || values.TrueForAll(HasPeriod)) return;
        var subjects = SubjectsBefore(at, values[0].Lead, values.Count);
        if (subjects.Count < values.Count) return;
        if (values[0].Role == Role.Level) Lists.Add(values);
        var head = Head(subjects);
        for (var i = 0; i < values.Count; i++)
        {
            values[i].Subject = subjects[i];
            if (i > 0) values[i].Head = head;
            if (i > 0 && values[i].Role == Role.Level && values[0].Role == Role.Change)
                (values[i].Role, values[i].Sign, values[i].Verb) = (Role.Change, values[0].Sign, values[0].Verb);
        }
    }

    /// <summary>Values that are told apart by their periods are all of one subject: <c>lần lượt là 796 trạm (năm 2019) và 948 trạm (năm 2020)</c>.</summary>
    bool HasPeriod(Quantity value) => value.PeriodChunk >= 0 || sentence[sentence.PlaceBehind(value)].Kind == ChunkKind.Period;

    /// <summary>The numbers of one list: nothing but their units, commas and <c>và</c> between them.</summary>
    List<Quantity> ValuesAfter(int at)
    {
        var values = new List<Quantity>();
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Chunk < at) continue;
            if (quantity.Role == Role.None || (values.Count > 0 && values[0].Role == Role.Level && quantity.Role == Role.Change) || (values.Count == 0 ? quantity.Lead > at + 2 : !Joined(values[^1], quantity))) break;
            values.Add(quantity);
            if (values.Count > MostValues) break;
        }

        return values;
    }

    /// <summary><c>…, tăng 12,6% và 14,9% so với cùng kỳ</c>, <c>…, tăng 2,4% và giảm 7,1%</c> behind a list: as many changes as it has values; empty where there are not.</summary>
    public List<Quantity> ChangesBehind(List<Quantity> values)
    {
        var changes = new List<Quantity>();
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Chunk <= values[^1].Chunk) continue;
            if (changes.Count == 0 ? quantity.Role != Role.Change : !(quantity.Verb == PhraseTag.None || quantity.Role == Role.Change) || !Joined(changes[^1], quantity)) break;
            changes.Add(quantity);
        }

        if (changes.Count != values.Count || changes[0].Unit != Unit.Percent) changes.Clear();
        return changes;
    }

    bool Joined(Quantity before, Quantity next)
    {
        var words = 0;
        for (var i = before.Chunk + 1; i < next.Lead; i++)
        {
            if ((sentence[i].Is(';') && next.Lead - before.Chunk > 2) || sentence[i].Is('.')) return false;
            if (sentence[i].Kind == ChunkKind.Word && ++words > 4) return false;
        }

        return before.Unit == next.Unit;
    }

    /// <summary>The last so many subjects before the values.</summary>
    List<(int From, int To)> SubjectsBefore(int at, int lead, int count)
    {
        var end = Math.Min(at, lead);
        while (end > 0 && (sentence[end - 1].Is(PhraseTag.Reach) || sentence[end - 1].Kind == ChunkKind.Period)) end--;
        var subjects = new List<(int From, int To)>();
        var to = end;
        for (var i = end - 1; i >= -1; i--)
        {
            var stop = i < 0 || sentence[i].Kind == ChunkKind.Quantity || sentence[i].Is(';') || sentence[i].Is(':') || sentence[i].Kind == ChunkKind.Period;
            if (!stop && !sentence[i].Is(',') && !isAnd(sentence[i])) continue;
            if (i + 1 < to) subjects.Insert(0, (i + 1, to));
            if (stop || subjects.Count == count) break;
            to = i;
        }

        return subjects;
    }

    /// <summary>The first subject without its own words: as many of them as the second has.</summary>
    static (int From, int To) Head(List<(int From, int To)> subjects)
    {
        var (first, second) = (subjects[0], subjects[1]);
        return (first.From, Math.Max(first.From, first.To - (second.To - second.From)));
    }
}

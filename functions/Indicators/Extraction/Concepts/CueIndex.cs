using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>
/// The cues of the catalogue, ready for matching. A cue is written <c>head + part|variant + ~far</c>: every part must stand near the
/// number, save that a variant marked <c>~</c> may stand in what came before. A cue that begins with <c>^</c> wants its head among the words counted.
/// </summary>
sealed class CueIndex
{
    readonly PhraseTree<int> terms;
    readonly Dictionary<int, List<Cue>> byHead = [];
    int count;

    public CueIndex(Vocabulary vocabulary, IndicatorCatalogue catalogue)
    {
        terms = new PhraseTree<int>(vocabulary);
        foreach (var indicator in catalogue.All)
        {
            var not = indicator.Not.Select(Term).ToArray();
            foreach (var written in indicator.Cues) Add(written, indicator, not);
        }
    }

    /// <summary>Every cue term among some tokens.</summary>
    public void Hits(ReadOnlySpan<Token> tokens, int first, int end, List<TermHit> hits)
    {
        var window = tokens[..end];
        for (var i = first; i < end; i++)
        {
            foreach (var (term, length) in terms.At(window, i)) hits.Add(new TermHit(term, i, i + length));
        }
    }

    /// <summary>The cues whose head has a term.</summary>
    public IReadOnlyList<Cue> Headed(int term) => byHead.TryGetValue(term, out var cues) ? cues : [];

    void Add(string written, Indicator indicator, int[] not)
    {
        var parts = written.Split(" + ");
        var points = indicator.Unit == Unit.Count && parts[0].Split('|').All(v => v.TrimStart('^').StartsWith("điểm ", StringComparison.Ordinal));
        var cue = new Cue(indicator, [.. parts.Select(part => part.TrimStart('^').Split('|').Select(Variant).ToArray())], written.StartsWith('^'), points, not);
        foreach (var head in cue.Parts[0].Where(v => !v.Far).Select(v => v.Term).Distinct())
        {
            if (!byHead.TryGetValue(head, out var cues)) byHead[head] = cues = [];
            cues.Add(cue);
        }
    }

    CueTerm Variant(string written) => new(Term(written.Trim().TrimStart('~')), written.Trim().StartsWith('~'));

    int Term(string phrase)
    {
        var number = terms.GetOrAdd(phrase, count + 1);
        count = Math.Max(count, number);
        return number;
    }
}

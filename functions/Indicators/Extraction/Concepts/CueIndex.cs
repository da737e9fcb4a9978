using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>
/// The cues of the catalogue, ready for matching. A cue is written <c>head + part|variant + ~far</c>: every part must stand near the
/// number, save that a variant marked <c>~</c> may stand in what came before. A cue that begins with <c>^</c> wants its head among the words counted;
/// one that begins with <c>=</c> wants a number in its unit, and names nothing where only a change is told.
/// </summary>
sealed class CueIndex
{
    /// <summary>How offices shorten words that any term may have.</summary>
    static readonly (string Words, string Letters)[] Abbreviations =
    [
        ("thuê bao", "tb"), ("điện thoại", "đt"), ("doanh nghiệp", "dn"), ("dịch vụ công", "dvc"), ("công nghệ thông tin", "cntt"),
        ("chuyển đổi số", "cđs"), ("thương mại điện tử", "tmđt"), ("công nghệ số cộng đồng", "cnscđ"), ("thông tin và truyền thông", "tt&tt"),
    ];

    readonly PhraseTree<int> terms;

    /// <summary>For each term, numbered from 1, the cues whose head has it.</summary>
    readonly List<List<Cue>> byHead = [[]];

    /// <summary>For each term the number of its first word.</summary>
    readonly List<int> firstWords = [0];

    readonly Vocabulary vocabulary;

    public CueIndex(Vocabulary vocabulary, IndicatorCatalogue catalogue)
    {
        this.vocabulary = vocabulary;
        terms = new PhraseTree<int>(vocabulary);
        foreach (var indicator in catalogue.All)
        {
            var not = new TermSet([.. indicator.Not.Select(Term)]);
            for (var n = 0; n < indicator.Cues.Count; n++) Add(indicator.Cues[n], n + 1, indicator, not);
        }
    }

    /// <summary>Every cue term among some tokens.</summary>
    public void Hits(ReadOnlySpan<Token> tokens, int first, int end, List<TermHit> hits)
    {
        var window = tokens[..end];
        for (var i = first; i < end; i++)
        {
            if (!terms.Begins(window[i])) continue;
            foreach (var (term, length) in terms.At(window, i)) hits.Add(new TermHit(term, i, i + length));
        }
    }

    /// <summary>The number of a term's first word in the vocabulary.</summary>
    public int FirstWord(int term) => firstWords[term];

    /// <summary>The cues whose head has a term.</summary>
    public List<Cue> Headed(int term) => byHead[term];

    void Add(string written, int number, Indicator indicator, TermSet not)
    {
        var parts = written.Split(" + ");
        var points = indicator.Unit == Unit.Count && parts[0].Split('|').All(v => v.TrimStart('^', '=').StartsWith("điểm ", StringComparison.Ordinal));
        var cue = new Cue(indicator, number, [.. parts.Select(Part)], written.StartsWith('^'), points, written.StartsWith('='), not);
        foreach (var head in cue.Parts[0].Terms.Except(cue.Parts[0].Far)) byHead[head].Add(cue);
    }

    CuePart Part(string written)
    {
        var variants = written.TrimStart('^', '=').Split('|', StringSplitOptions.TrimEntries).Select(v => (Term: Term(v.TrimStart('~')), Far: v.StartsWith('~'))).ToList();
        return new CuePart(new TermSet([.. variants.Select(v => v.Term)]), new TermSet([.. variants.Where(v => v.Far).Select(v => v.Term)]));
    }

    /// <summary>The number of a term, which its abbreviations share.</summary>
    int Term(string phrase)
    {
        var number = terms.GetOrAdd(phrase, byHead.Count);
        if (number < byHead.Count) return number;
        byHead.Add([]);
        firstWords.Add(vocabulary.Add(phrase.Split(' ', ',', '-')[0]));
        foreach (var (words, letters) in Abbreviations)
            if (phrase.Contains(words, StringComparison.Ordinal)) terms.GetOrAdd(phrase.Replace(words, letters, StringComparison.Ordinal), number);
        return number;
    }
}

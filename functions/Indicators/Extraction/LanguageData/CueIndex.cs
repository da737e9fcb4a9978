using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// The cues of the catalogue, ready for matching. A cue is written <c>head + part|variant + ~far</c>: every part must stand near the
/// number, save that a variant marked <c>~</c> may stand in what came before. A cue that begins with <c>^</c> wants its head among the words counted;
/// one that begins with <c>=</c> wants a number in its unit, and names nothing where only a change is told.
/// </summary>
sealed class CueIndex
{
    readonly PhraseTree<int> terms, inMachines;

    /// <summary>For each term, numbered from 1, the cues whose head has it.</summary>
    readonly List<List<Cue>> byHead = [[]];

    /// <summary>For each term the number of its first word.</summary>
    readonly List<int> firstWords = [0];

    readonly Vocabulary vocabulary;

    readonly Words common;

    public CueIndex(LanguageFiles files, Words common, IndicatorCatalogue catalogue)
    {
        (vocabulary, this.common) = (files.Vocabulary, common);
        Words = new CueWords(files);
        (terms, inMachines) = (new PhraseTree<int>(vocabulary), new PhraseTree<int>(vocabulary));
        foreach (var indicator in catalogue.All)
        {
            var not = new TermSet([.. indicator.Not.Select(Term)]);
            for (var n = 0; n < indicator.Cues.Count; n++) Add(indicator.Cues[n], n + 1, indicator, not);
        }
    }

    /// <summary>What holds for the words of any cue.</summary>
    public CueWords Words { get; }

    /// <summary>Every cue term among some tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">The first that counts.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="hits">Where the terms are added to.</param>
    /// <param name="countsMachines">Whether the text counts subscribers by their machines.</param>
    public void Hits(ReadOnlySpan<Token> tokens, int first, int end, List<TermHit> hits, bool countsMachines = false)
    {
        var window = tokens[..end];
        for (var i = first; i < end; i++)
        {
            if (terms.Begins(window[i]))
                foreach (var (term, length) in terms.At(window, i)) hits.Add(new TermHit(term, i, i + length));
            if (countsMachines && inMachines.Begins(window[i]))
                foreach (var (term, length) in inMachines.At(window, i)) hits.Add(new TermHit(term, i, i + length));
        }
    }

    /// <summary>Whether what is counted is the first word of a term, in full or shortened: <c>1.706.900 TB</c>.</summary>
    public bool Begins(int term, int counted) => firstWords[term] == counted || Words.FirstWordOf(counted) == firstWords[term];

    /// <summary>Whether another indicator that the same head may name has a term among its parts.</summary>
    public bool IsPartOfOther(int head, int term, Cue cue)
    {
        foreach (var other in byHead[head])
        {
            if (other.Indicator == cue.Indicator || other.Unit != cue.Unit) continue;
            for (var p = 1; p < other.Parts.Length; p++)
                if (other.Parts[p].Terms.Contains(term)) return true;
        }

        return false;
    }

    /// <summary>The cues whose head has a term.</summary>
    public List<Cue> Headed(int term) => byHead[term];

    void Add(string written, int number, Indicator indicator, TermSet not)
    {
        var parts = written.Split(" + ");
        var points = indicator.Unit == Unit.Count && parts[0].Split('|').All(v => CountsPoints(v.TrimStart('^', '=')));
        var cue = new Cue(indicator, number, [.. parts.Select(Part)], written.StartsWith('^'), points, written.StartsWith('='), not);
        foreach (var head in cue.Parts[0].Terms.Except(cue.Parts[0].Far)) byHead[head].Add(cue);
    }

    /// <summary>Whether what is at points is counted: <c>điểm phục vụ</c>.</summary>
    bool CountsPoints(string variant) => variant.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && vocabulary.Find(variant.AsSpan(0, end)) == common.Points;

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
        foreach (var shortened in Words.Shortened(phrase)) terms.GetOrAdd(shortened, number);
        if (Words.InMachines(phrase) is { } machines) inMachines.GetOrAdd(machines, number);
        return number;
    }
}

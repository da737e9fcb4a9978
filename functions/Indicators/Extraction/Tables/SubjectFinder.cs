using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Finds the indicator of a row and column from their words, those of the rows above and the caption.</summary>
sealed class SubjectFinder(Language language, Token[] tokens, TableCell caption)
{
    /// <summary>So far away are the words of the caption.</summary>
    const int Far = 1_000;

    /// <summary>So many rows above may lend their words.</summary>
    const int MostParents = 3;

    readonly CueScorer scorer = new(language);
    readonly int[] above = [.. Enumerable.Range(caption.First, caption.End - caption.First)];
    List<TermHit>? captionHits;

    /// <summary>The indicator; null for a statistic that the catalogue does not name, such as a part of one that it does.</summary>
    /// <param name="unit">The unit of the figures; null where the table gives none.</param>
    /// <param name="row">The words of the row; empty where it is a place or the sum of the others.</param>
    /// <param name="column">The words of the column's heading.</param>
    /// <param name="parents">The words of the rows that it belongs to, the nearest first.</param>
    public Indicator? Find(Unit? unit, IReadOnlyList<int> row, IReadOnlyList<int> column, IReadOnlyList<IReadOnlyList<int>> parents)
    {
        int[] own = [.. column, .. row];
        if (own.Length == 0) return parents.Count > 0 ? Of(unit, parents[0]) : Of(unit, above);
        var named = Hits(own);
        if (named.Count == 0) return null;
        if (column.Count > 0 && row.Count > 0 && !(named.Exists(h => h.First < column.Count) && named.Exists(h => h.End > column.Count))) return null;
        if (Of(unit, own) is { } direct) return direct;
        foreach (var parent in parents.Take(MostParents))
            if (Of(unit, [.. parent, .. own]) is { } found && found != Of(unit, parent)) return found;
        return above.Length > 0 && Of(unit, [.. above, .. own]) is { } titled && titled != Of(unit, above) ? titled : null;
    }

    Indicator? Of(Unit? unit, IReadOnlyList<int> words)
    {
        if (words.Count == 0) return null;
        var hits = Hits(words);
        captionHits ??= [.. Hits(above).Select(h => h with { First = h.First - Far, End = h.End - Far })];
        if (hits.Count == 0) return null;
        var evidence = new List<Evidence>();
        foreach (var hit in hits) evidence.Add(new Evidence(hit, Zone.Subject));
        foreach (var hit in captionHits) evidence.Add(new Evidence(hit, Zone.Heading));
        return scorer.Choose(new Scored(unit, words.Count, (0, words.Count), Content: true), evidence).Best?.Cue.Indicator;
    }

    List<TermHit> Hits(IReadOnlyList<int> words)
    {
        var own = new Token[words.Count];
        for (var i = 0; i < own.Length; i++) own[i] = tokens[words[i]];
        var hits = new List<TermHit>();
        language.Cues.Hits(own, 0, own.Length, hits);
        return hits;
    }
}

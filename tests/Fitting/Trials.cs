using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>Reads texts with other weights, on all cores. What was tried once is not tried again, and a text is read anew only where a choice in it changes.</summary>
/// <param name="labelled">The labelled texts.</param>
/// <param name="rows">The rows of the tables that hold with the present weights.</param>
/// <param name="set">The weights.</param>
sealed class Trials(IReadOnlyList<LabelledText> labelled, IReadOnlyList<ExampleRow> rows, WeightSet set)
{
    readonly TrialText[] texts = [.. labelled.Select(TrialText.Of), .. rows.Select(TrialText.Of)];
    readonly Dictionary<Point, Trial> known = [];

    /// <summary>The number of labelled texts; their outcomes come first in a trial.</summary>
    public int Count => labelled.Count;

    /// <summary>How many different weights were tried.</summary>
    public int Tried => known.Count;

    public Trial Of(Point weights)
    {
        if (!known.TryGetValue(weights, out var trial)) known.Add(weights, trial = Of(set.With(weights.Values)));
        return trial;
    }

    /// <summary>The rows that hold no more with other weights.</summary>
    public IEnumerable<ExampleRow> BrokenRows(Point weights)
    {
        var outcomes = Of(weights).Texts;
        return rows.Where((_, i) => outcomes[labelled.Count + i].BrokenRows > 0);
    }

    Trial Of(Language language)
    {
        var outcomes = new Outcome[texts.Length];
        Parallel.For(0, texts.Length, i => outcomes[i] = texts[i].Read(language));
        return new Trial(outcomes);
    }
}

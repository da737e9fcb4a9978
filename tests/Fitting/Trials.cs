using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>Reads texts with other weights, on all cores. What was tried once is not tried again, and a text is read anew only where a choice in it changes.</summary>
sealed class Trials(IEnumerable<LabelledText> labelled, WeightSet set)
{
    readonly TrialText[] texts = [.. labelled.Select(t => new TrialText(t))];
    readonly Dictionary<Point, Trial> known = [];

    public int Count => texts.Length;

    /// <summary>How many different weights were tried.</summary>
    public int Tried => known.Count;

    public string NameOf(int text) => texts[text].Name;

    public Trial Of(Point weights)
    {
        if (!known.TryGetValue(weights, out var trial)) known.Add(weights, trial = Of(set.With(weights.Values)));
        return trial;
    }

    Trial Of(Language language)
    {
        var outcomes = new Outcome[texts.Length];
        Parallel.For(0, texts.Length, i => outcomes[i] = texts[i].Read(language));
        return new Trial(outcomes);
    }
}

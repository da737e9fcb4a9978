using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The indicators that a number may be of, each with its best score and what that is made of: what an explanation shows.</summary>
sealed class RankedIndicators
{
    readonly Dictionary<Indicator, (double Score, double[] Features)> best = [];

    /// <summary>Notes the score of one cue; the best of an indicator stays.</summary>
    /// <param name="indicator">Whose cue it is.</param>
    /// <param name="score">The sum of the features.</param>
    /// <param name="features">What each feature adds.</param>
    public void Note(Indicator indicator, double score, double[] features)
    {
        if (!best.TryGetValue(indicator, out var known) || score > known.Score) best[indicator] = (score, [.. features]);
    }

    /// <summary>The decision for an indicator, against the best of the others.</summary>
    /// <param name="chosen">What the number was taken for; null for nothing of the catalogue.</param>
    public IndicatorDecision Decide(Indicator? chosen)
    {
        var of = chosen is not null && best.TryGetValue(chosen, out var known) ? known : (Score: 0, Features: []);
        var others = best.Where(b => b.Key != chosen).OrderByDescending(b => b.Value.Score).ThenBy(b => b.Key.Code, StringComparer.Ordinal).ToList();
        if (others.Count == 0) return new IndicatorDecision(chosen?.Code, of.Score, null, 0, Differences(of.Features, []));
        var (rival, next) = others[0];
        return new IndicatorDecision(chosen?.Code, of.Score, rival.Code, next.Score, Differences(of.Features, next.Features));
    }

    static IReadOnlyList<WeighedEvidence> Differences(double[] of, double[] other) =>
    [
        .. Weights<Feature>.Features
            .Select(f => new WeighedEvidence(Weights<Feature>.NameOf(f), of.ElementAtOrDefault((int)f) - other.ElementAtOrDefault((int)f)))
            .Where(e => Math.Abs(e.Difference) >= 0.005)
            .OrderByDescending(e => Math.Abs(e.Difference)),
    ];
}

using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>A period that a document may report on, or a place whose it may be, with what speaks for it.</summary>
/// <typeparam name="TValue">What is chosen.</typeparam>
/// <typeparam name="TFeature">What speaks for it, or against it.</typeparam>
sealed class Candidate<TValue, TFeature>(TValue value, int order) where TFeature : struct, Enum
{
    readonly double[] features = new double[Weights<TFeature>.Features.Count];

    public TValue Value { get; } = value;

    /// <summary>Its place among the candidates, by where each is named first.</summary>
    public int Order { get; } = order;

    public double this[TFeature feature]
    {
        get => features[Weights<TFeature>.NumberOf(feature)];
        set => features[Weights<TFeature>.NumberOf(feature)] = value;
    }

    /// <summary>Counts a feature once more, up to a number of times.</summary>
    public void Count(TFeature feature, int most) => this[feature] = Math.Min(most, this[feature] + 1);

    /// <summary>The sum of its features by their weights.</summary>
    public double Score(Weights<TFeature> weights)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++) score += features[i] * weights.Values[i];
        return score;
    }
}

using System.Text.Json;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>The weights of the features by which the reporting period is chosen (period-weights.json).</summary>
sealed class PeriodWeights
{
    readonly double[] values = new double[Enum.GetValues<PeriodFeature>().Length];

    /// <summary>The weights that ship with the library.</summary>
    public static PeriodWeights Load()
    {
        var weights = new PeriodWeights();
        using var stream = typeof(PeriodWeights).Assembly.GetManifestResourceStream("period-weights.json")!;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, double>>(stream)!)
            weights[Enum.Parse<PeriodFeature>(name, ignoreCase: true)] = value;
        return weights;
    }

    public double this[PeriodFeature feature]
    {
        get => values[(int)feature];
        set => values[(int)feature] = value;
    }
}

using System.Text.Json;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The weights of the features by which candidates are chosen (weights.json); tests/Fitting fits them on labelled texts.</summary>
sealed class Weights
{
    readonly double[] values = new double[Enum.GetValues<Feature>().Length];

    /// <summary>The weights that ship with the library.</summary>
    public static Weights Load()
    {
        var weights = new Weights();
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("weights.json")!;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, double>>(stream)!)
            weights[Enum.Parse<Feature>(name, ignoreCase: true)] = value;
        return weights;
    }

    public double this[Feature feature]
    {
        get => values[(int)feature];
        set => values[(int)feature] = value;
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// The weights of the features by which candidates are chosen. The library reads them from a data file of its own (weights.json,
/// period-weights.json); tests/Fitting tries others on labelled texts.
/// </summary>
/// <typeparam name="TFeature">The features, numbered from 0.</typeparam>
sealed class Weights<TFeature> where TFeature : struct, Enum
{
    readonly double[] values;

    Weights(double[] values) => this.values = values;

    /// <summary>The features in the order of their weights.</summary>
    public static IReadOnlyList<TFeature> Features { get; } = Enum.GetValues<TFeature>();

    /// <summary>One weight for each feature.</summary>
    public IReadOnlyList<double> Values => values;

    public double this[TFeature feature] => values[NumberOf(feature)];

    /// <summary>The weights that ship with the library: each feature has one in the file, and no other name stands there.</summary>
    public static Weights<TFeature> Load(string file)
    {
        using var stream = typeof(Weights<TFeature>).Assembly.GetManifestResourceStream(file)!;
        var read = JsonSerializer.Deserialize<Dictionary<string, double>>(stream)!;
        var loaded = new double[Features.Count];
        foreach (var feature in Features)
            if (!read.Remove(NameOf(feature), out loaded[NumberOf(feature)])) throw new InvalidDataException($"{file} has no weight for {NameOf(feature)}.");
        if (read.Count > 0) throw new InvalidDataException($"{file} has weights for no feature: {string.Join(", ", read.Keys)}.");
        return new Weights<TFeature>(loaded);
    }

    /// <summary>Weights from one value for each feature.</summary>
    public static Weights<TFeature> Of(IEnumerable<double> values) => new([.. values]);

    /// <summary>The name of a feature in the file.</summary>
    public static string NameOf(TFeature feature) => JsonNamingPolicy.CamelCase.ConvertName(feature.ToString());

    /// <summary>The same weights but one.</summary>
    public Weights<TFeature> With(TFeature feature, double value)
    {
        var changed = (double[])values.Clone();
        changed[NumberOf(feature)] = value;
        return new Weights<TFeature>(changed);
    }

    /// <summary>The place of a feature's weight: a cast, which generic code may not write, without a box even where code is not yet optimized.</summary>
    public static int NumberOf(TFeature feature) => Unsafe.As<TFeature, int>(ref feature);
}

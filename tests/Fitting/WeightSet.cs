using System.Globalization;
using System.Text;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Fitting;

/// <summary>The weights of one data file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Names">The features, in the order of their weights.</param>
/// <param name="Present">The weights that the library ships with.</param>
/// <param name="With">The language with other weights.</param>
sealed record WeightSet(string File, IReadOnlyList<string> Names, IReadOnlyList<double> Present, Func<IReadOnlyList<double>, Language> With)
{
    static readonly Language Shipped = Language.Vietnamese;

    /// <summary>Those by which the indicator of a figure is chosen.</summary>
    public static WeightSet Indicators { get; } = new("weights.json", [.. Weights<Feature>.Features.Select(Weights<Feature>.NameOf)], Shipped.Weights.Values,
        weights => Shipped with { Weights = Weights<Feature>.Of(weights) });

    /// <summary>Those by which the reporting period of a document is chosen.</summary>
    public static WeightSet Period { get; } = new("period-weights.json", [.. Weights<PeriodFeature>.Features.Select(Weights<PeriodFeature>.NameOf)], Shipped.PeriodWeights.Values,
        weights => Shipped with { PeriodWeights = Weights<PeriodFeature>.Of(weights) });

    /// <summary>Those by which the place of a document is chosen.</summary>
    public static WeightSet Place { get; } = new("place-weights.json", [.. Weights<PlaceFeature>.Features.Select(Weights<PlaceFeature>.NameOf)], Shipped.PlaceWeights.Values,
        weights => Shipped with { PlaceWeights = Weights<PlaceFeature>.Of(weights) });

    /// <summary>The weights as they stand in the file.</summary>
    public string Json(IReadOnlyList<double> weights)
    {
        var json = new StringBuilder("{\n");
        for (var i = 0; i < Names.Count; i++)
            json.Append(CultureInfo.InvariantCulture, $"  \"{Names[i]}\": {weights[i]:0.####}{(i + 1 < Names.Count ? "," : "")}\n");
        return json.Append('}').ToString();
    }
}

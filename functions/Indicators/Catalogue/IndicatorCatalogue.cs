using System.Text.Json;

namespace ServerlessIct.Indicators.Catalogue;

/// <summary>The indicators that extraction knows by name.</summary>
public sealed class IndicatorCatalogue
{
    readonly Dictionary<string, Indicator> byCode;

    IndicatorCatalogue(IReadOnlyList<Indicator> all)
    {
        All = all;
        byCode = all.ToDictionary(i => i.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the library (indicators.json).</summary>
    public static IndicatorCatalogue Default { get; } = Load();

    /// <summary>Every indicator, in the order of the catalogue.</summary>
    public IReadOnlyList<Indicator> All { get; }

    /// <summary>The indicator of a code; null where the catalogue has none.</summary>
    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    static IndicatorCatalogue Load()
    {
        using var json = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream("indicators.json")!;
        return new IndicatorCatalogue(JsonSerializer.Deserialize<List<Indicator>>(json, JsonSerializerOptions.Web)!);
    }
}

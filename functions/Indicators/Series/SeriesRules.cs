using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Series;

/// <summary>What is known of an indicator beside what documents state; each may be missing.</summary>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Least">The least plausible value.</param>
/// <param name="Most">The greatest plausible value.</param>
/// <param name="Adds">Whether the values of provinces add up: counts and amounts do, shares do not.</param>
public sealed record SeriesRules(Unit? Unit = null, decimal? Least = null, decimal? Most = null, bool Adds = false)
{
    /// <summary>Nothing known.</summary>
    public static SeriesRules None { get; } = new();

    /// <summary>What the catalogue says of an indicator.</summary>
    /// <param name="indicator">The indicator; null for one that the catalogue does not know.</param>
    /// <param name="place">The slug of the province, or of the country, whose values have another range.</param>
    public static SeriesRules Of(Indicator? indicator, string place)
    {
        if (indicator is null) return None;
        var range = indicator.RangeOf(place);
        return new SeriesRules(indicator.Unit, range.Min, range.Max, AddsUp(indicator));
    }

    /// <summary>Whether the values of provinces can be added.</summary>
    public static bool AddsUp(Indicator? indicator) => indicator?.Measure is "amount" or "count";

    /// <summary>Whether a figure may be true: in the range, or in a unit that the range does not speak of.</summary>
    public bool Allow(decimal value, Unit unit) =>
        (Unit is { } own && own != unit) || ((Least is not { } least || value >= least) && (Most is not { } most || value <= most));
}

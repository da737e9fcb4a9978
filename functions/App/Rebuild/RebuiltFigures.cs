using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>The chosen figures of a full rebuild, indicator by indicator and period by period: what cross-sections are made of at its end.</summary>
sealed class RebuiltFigures
{
    readonly Dictionary<(string Indicator, Period Period), Dictionary<string, PlaceFigure>> figures = [];

    /// <summary>Every cross-section, in the order of the rows.</summary>
    public IEnumerable<(string Indicator, CrossSection Section)> Sections =>
        figures.OrderBy(f => f.Key.Indicator, StringComparer.Ordinal).ThenBy(f => f.Key.Period)
            .Select(f => (f.Key.Indicator, new CrossSection(f.Key.Period, f.Value.Values)));

    /// <summary>Adds the figure of a place.</summary>
    public void Add(string indicator, Period period, PlaceFigure figure)
    {
        if (!figures.TryGetValue((indicator, period), out var section)) figures.Add((indicator, period), section = new(StringComparer.Ordinal));
        section[figure.Place] = figure;
    }

    /// <summary>The figure of a place; null where there is none yet.</summary>
    public PlaceFigure? Of(string indicator, Period period, string place) => figures.GetValueOrDefault((indicator, period))?.GetValueOrDefault(place);
}

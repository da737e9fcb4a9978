using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What all provinces make together in one indicator and period.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What the figures are of.</param>
/// <param name="Unit">The unit of the figures; null where no province has one.</param>
/// <param name="Sum">The sum of the provinces known, in the unit; null where figures do not add up, as shares and ranks.</param>
/// <param name="Mean">The mean of the provinces known, each counted once, to six decimals.</param>
/// <param name="Median">The middle figure, or the mean of the two in the middle.</param>
/// <param name="Least">The least figure of a province.</param>
/// <param name="Most">The greatest figure of a province.</param>
/// <param name="Known">How many provinces have a figure, from 0.</param>
/// <param name="Provinces">How many provinces there are in the period: 63 before July 2025, 34 since.</param>
/// <param name="Stated">What documents state of the whole country, beside the computed sum; null where none does.</param>
/// <param name="Growth">The growth against the year before in per cent, of the provinces known in both years together.</param>
/// <param name="KnownInBoth">How many provinces the growth is of.</param>
public sealed record NationalAnswer(
    string Indicator, Period Period, Unit? Unit, decimal? Sum, decimal? Mean, decimal? Median, decimal? Least, decimal? Most, int Known, int Provinces,
    decimal? Stated, decimal? Growth, int KnownInBoth)
{
    /// <summary>The figures of an indicator.</summary>
    public static NationalAnswer Of(string indicator, NationalFigures f) => new(
        indicator, f.Period, f.Unit, f.Sum, f.Mean, f.Median, f.Least, f.Most, f.Known, f.Provinces, f.Stated, f.Growth, f.KnownInBoth);
}

using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What all provinces make together in one indicator and period.</summary>
/// <param name="Indicator">The code.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Sum">The sum of those known; null where figures do not add up.</param>
/// <param name="Mean">The mean, each province counted once.</param>
/// <param name="Median">The middle figure.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Known">How many provinces have a figure.</param>
/// <param name="Provinces">How many there are.</param>
/// <param name="Stated">What documents state of the whole country.</param>
/// <param name="Growth">The growth in per cent of the provinces known in both years.</param>
/// <param name="KnownInBoth">How many those are.</param>
public sealed record NationalAnswer(
    string Indicator, Period Period, Unit? Unit, decimal? Sum, decimal? Mean, decimal? Median, decimal? Least, decimal? Most, int Known, int Provinces,
    decimal? Stated, decimal? Growth, int KnownInBoth)
{
    /// <summary>The figures of an indicator.</summary>
    public static NationalAnswer Of(string indicator, NationalFigures f) => new(
        indicator, f.Period, f.Unit, f.Sum, f.Mean, f.Median, f.Least, f.Most, f.Known, f.Provinces, f.Stated, f.Growth, f.KnownInBoth);
}

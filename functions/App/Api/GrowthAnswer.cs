using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>How an indicator grew between two years.</summary>
/// <param name="Indicator">The code.</param>
/// <param name="From">The first year.</param>
/// <param name="To">The last year.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Provinces">Province by province.</param>
/// <param name="Together">All that are known in both years; null where figures do not add up.</param>
public sealed record GrowthAnswer(string Indicator, int From, int To, Unit? Unit, IReadOnlyList<ProvinceGrowth> Provinces, GrowthTogether? Together);

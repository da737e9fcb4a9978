using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>How an indicator grew between two years.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="From">The first year, 1945 to 2100.</param>
/// <param name="To">The last year, after the first.</param>
/// <param name="Unit">The unit of the values; null where nothing is known of the last year.</param>
/// <param name="Provinces">The provinces that have a value in the last year.</param>
/// <param name="Together">All that are known in both years together; null where figures do not add up.</param>
public sealed record GrowthAnswer(string Indicator, int From, int To, Unit? Unit, IReadOnlyList<ProvinceGrowth> Provinces, GrowthTogether? Together);

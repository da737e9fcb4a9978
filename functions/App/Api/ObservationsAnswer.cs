using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET observations/…</c>.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>; <c>viet-nam</c> is the whole country.</param>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What the number is of.</param>
/// <param name="Observations">Every source, ordered by kind, document and place in it.</param>
public sealed record ObservationsAnswer(string Province, string Indicator, Period Period, IReadOnlyList<ObservationAnswer> Observations);

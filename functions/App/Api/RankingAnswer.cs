using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET rankings/…</c>.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What is ranked.</param>
/// <param name="Unit">The unit in which provinces are ranked; figures in another unit have no rank.</param>
/// <param name="Better">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="National">What the provinces make together.</param>
/// <param name="Ranking">The provinces, best first; those without a rank last.</param>
public sealed record RankingAnswer(
    string Indicator, Period Period, Unit Unit, string Better, NationalFigures National, IReadOnlyList<RankedAnswer> Ranking);

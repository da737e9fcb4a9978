using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET rankings/…</c>.</summary>
/// <param name="Indicator">The code.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">The unit in which provinces are ranked.</param>
/// <param name="Better">Which way is better: up, down or none.</param>
/// <param name="National">What the provinces make together.</param>
/// <param name="Ranking">The provinces in order.</param>
public sealed record RankingAnswer(
    string Indicator, Period Period, Unit Unit, string Better, NationalFigures National, IReadOnlyList<RankedAnswer> Ranking);

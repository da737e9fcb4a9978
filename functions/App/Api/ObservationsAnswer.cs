using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET observations/…</c>.</summary>
/// <param name="Province">The slug.</param>
/// <param name="Indicator">The code.</param>
/// <param name="Period">The period.</param>
/// <param name="Observations">Every source, ordered by kind, document and place in it.</param>
public sealed record ObservationsAnswer(string Province, string Indicator, Period Period, IReadOnlyList<ObservationAnswer> Observations);

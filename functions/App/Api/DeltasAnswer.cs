namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET deltas</c>.</summary>
/// <param name="Deltas">Ordered by province, indicator, kind and period.</param>
public sealed record DeltasAnswer(IReadOnlyList<DeltaAnswer> Deltas);

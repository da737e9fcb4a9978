namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET indicators</c>.</summary>
/// <param name="Indicators">In the order of the catalogue.</param>
public sealed record IndicatorsAnswer(IReadOnlyList<IndicatorAnswer> Indicators);

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET growth</c>.</summary>
/// <param name="Growth">In the order of the indicators asked for.</param>
public sealed record GrowthListAnswer(IReadOnlyList<GrowthAnswer> Growth);

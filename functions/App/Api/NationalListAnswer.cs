namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET national</c>.</summary>
/// <param name="National">In the order of the indicators asked for, and of periods.</param>
public sealed record NationalListAnswer(IReadOnlyList<NationalAnswer> National);

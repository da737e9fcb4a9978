namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET data</c>.</summary>
/// <param name="Series">Ordered by province, indicator and kind.</param>
public sealed record DataAnswer(IReadOnlyList<SeriesAnswer> Series);

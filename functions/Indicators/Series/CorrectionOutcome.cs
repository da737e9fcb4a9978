namespace ServerlessIct.Indicators.Series;

/// <summary>Whether a correction holds.</summary>
/// <param name="Id">The correction.</param>
/// <param name="Applied">How many figures it corrects.</param>
/// <param name="Failure">Why it holds no longer, as a sentence; null where it does.</param>
public sealed record CorrectionOutcome(string Id, int Applied, string? Failure);

namespace ServerlessIct.App.Storage;

/// <summary>What became of a correction when its series was last built.</summary>
/// <param name="Id">The correction.</param>
/// <param name="Hash">Its content then.</param>
/// <param name="Province">The province of its figure.</param>
/// <param name="Indicator">The indicator of its figure.</param>
/// <param name="NewIndicator">The indicator that it moved the figure to; null where it did not.</param>
/// <param name="Applied">How many figures it corrects.</param>
/// <param name="Failure">Why it holds no longer; null where it does.</param>
public sealed record CorrectionStatus(string Id, string Hash, string Province, string Indicator, string? NewIndicator, int Applied, string? Failure);

using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>A correction with its document's name, and where it comes from.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="DocumentName">The name of the document's blob.</param>
/// <param name="IsOfRepository">Whether it stands in the repository's file; else it was made by request.</param>
public sealed record StoredCorrection(Correction Correction, string DocumentName, bool IsOfRepository);

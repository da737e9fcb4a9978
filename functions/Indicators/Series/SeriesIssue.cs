namespace ServerlessIct.Indicators.Series;

/// <summary>Something in a series that a person should look at.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Period">The period of the figure; for a gap the missing one.</param>
/// <param name="Detail">What was found, as a sentence.</param>
/// <param name="Sources">The figures it is about.</param>
public sealed record SeriesIssue(IssueKind Kind, Period Period, string Detail, IReadOnlyList<IssueSource> Sources);

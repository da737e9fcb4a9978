using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>An issue of a series in an answer.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>; <c>viet-nam</c> is the whole country.</param>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">The period of the figure.</param>
/// <param name="Detail">What was found, as a sentence.</param>
/// <param name="Sources">The figures it is about, each with its document.</param>
/// <param name="Observations">The addresses where the sentences of these figures are.</param>
public sealed record IssueAnswer(
    IssueKind Kind, string Province, string Indicator, Period Period, string Detail, IReadOnlyList<IssueSource> Sources, IReadOnlyList<string> Observations)
{
    /// <summary>An issue as stored.</summary>
    public static IssueAnswer Of(string province, string indicator, SeriesIssue issue) => new(
        issue.Kind, province, indicator, issue.Period, issue.Detail, issue.Sources,
        [.. issue.Sources.Select(s => s.Period).Distinct().Select(p => $"/{Routes.Prefix}observations/{province}/{indicator}/{p.ToString()}")]);
}

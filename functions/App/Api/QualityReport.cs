using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>Collects what a person should look at: in series, in documents, in what no indicator names.</summary>
public sealed class QualityReport(SeriesTable series, DocumentIssueTable documents)
{
    /// <summary>Partitions read at once.</summary>
    const int Parallel = 8;

    /// <summary>So many documents with something amiss are counted; of more, only these are given.</summary>
    public const int MostDocuments = 5_000;

    /// <summary>The issues of series, ordered by kind, indicator, province and period.</summary>
    public async Task<IReadOnlyList<IssueAnswer>> IssuesAsync(
        IReadOnlyList<string> provinces, IReadOnlyList<string> indicators, IReadOnlyList<IssueKind> kinds, CancellationToken cancellationToken)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<IssueAnswer>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            indicators.Count > 0 ? indicators : IndicatorCatalogue.Default.All.Select(i => i.Code),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (indicator, token) =>
            {
                foreach (var (province, issues) in await series.IssuesAsync(indicator, token))
                    foreach (var issue in issues.Where(i => Asked(provinces, province) && Asked(kinds, i.Kind)))
                        found.Add(IssueAnswer.Of(province, indicator, issue));
            });
        return [.. found.OrderBy(i => i.Kind).ThenBy(i => i.Indicator, StringComparer.Ordinal).ThenBy(i => i.Province, StringComparer.Ordinal)
            .ThenBy(i => i.Period).ThenBy(i => i.Detail, StringComparer.Ordinal)];
    }

    /// <summary>The documents with something amiss, ordered by name; where there are more than <see cref="MostDocuments"/>, so many of them.</summary>
    public async Task<IReadOnlyList<DocumentIssue>> DocumentsAsync(IReadOnlyList<string> provinces, CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(provinces, MostDocuments, cancellationToken)).OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Problem, StringComparer.Ordinal)];

    /// <summary>The subjects that no indicator names, the most frequent first.</summary>
    public async Task<IReadOnlyList<SubjectAnswer>> SubjectsAsync(IReadOnlyList<string> provinces, CancellationToken cancellationToken)
    {
        var found = (await series.SubjectsAsync(cancellationToken)).Where(s => Asked(provinces, s.Province));
        return [.. found.SelectMany(p => p.Subjects.Select(s => (p.Province, Subject: s)))
            .GroupBy(s => s.Subject.Label.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(g => new SubjectAnswer(
                g.First().Subject.Label, g.Sum(s => s.Subject.Observations), g.Sum(s => s.Subject.Documents),
                [.. g.Select(s => s.Province).Order(StringComparer.Ordinal)], g.First().Subject.Document, g.First().Subject.Ordinal))
            .OrderByDescending(s => s.Observations).ThenByDescending(s => s.Documents).ThenBy(s => s.Label, StringComparer.Ordinal)];
    }

    static bool Asked<T>(IReadOnlyList<T> wanted, T? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value));
}

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

/// <summary>A subject that documents state and no indicator names.</summary>
/// <param name="Label">How documents word it.</param>
/// <param name="Observations">How often it is stated, from 1.</param>
/// <param name="Documents">By how many documents, from 1.</param>
/// <param name="Provinces">The slugs of the provinces that it is stated of.</param>
/// <param name="Document">The id of one of the documents.</param>
/// <param name="Ordinal">The place among that document's observations, from 0.</param>
public sealed record SubjectAnswer(string Label, int Observations, int Documents, IReadOnlyList<string> Provinces, string Document, int Ordinal);

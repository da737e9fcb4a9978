using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>Collects what a person should look at: in series, in documents, in what no indicator names.</summary>
public sealed class QualityReport(SeriesTable series, DocumentTable documents)
{
    /// <summary>Partitions read at once.</summary>
    const int Parallel = 8;

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

    /// <summary>The documents with something amiss, ordered by name.</summary>
    public async Task<IReadOnlyList<DocumentIssue>> DocumentsAsync(IReadOnlyList<string> provinces, CancellationToken cancellationToken)
    {
        var all = new List<DocumentManifest>();
        await foreach (var manifest in documents.AllAsync(cancellationToken)) all.Add(manifest);
        var copies = all.Where(d => d.Sha256 is not null).GroupBy(d => d.Sha256, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .SelectMany(g => g.Select(d => (d.Id, Others: g.Where(o => o.Id != d.Id).Select(o => o.Name).Order(StringComparer.Ordinal).ToList())))
            .ToDictionary(c => c.Id, c => c.Others, StringComparer.Ordinal);
        return [.. all.Where(d => Asked(provinces, d.Province)).OrderBy(d => d.Name, StringComparer.Ordinal)
            .SelectMany(d => DocumentIssue.Of(d, copies.GetValueOrDefault(d.Id) ?? []))];
    }

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

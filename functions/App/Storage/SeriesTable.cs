using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>series</c>: points, cross-sections, issues and subjects (<see cref="SeriesRows"/>).</summary>
public sealed class SeriesTable(StorageClients storage)
{
    /// <summary>Beyond this many provinces a partition is read whole.</summary>
    const int FewProvinces = 20;

    static readonly string[] Summary = ["PartitionKey", "RowKey", SeriesRows.Hash, SeriesRows.Figures];
    static readonly string[] Versions = ["PartitionKey", "RowKey", SeriesRows.Hash];
    static readonly string[] VersionsAndFigures = [.. Versions, "Value", "Unit", SeriesRows.QualifierName];

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Series);

    /// <summary>The points that a question may be about, with their ranks.</summary>
    /// <param name="indicator">Of this indicator; null for all.</param>
    /// <param name="province">Of this province, where an indicator is given; null for all.</param>
    /// <param name="firstYear">Of periods from this year on.</param>
    /// <param name="lastYear">Of periods until this year, included.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<SeriesPoint> QueryAsync(
        string? indicator, string? province, int firstYear, int lastYear, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"Year ge {firstYear} and Year le {lastYear}");
        if (province is not null) filter = $"({OfPoints(province)} or {OfOtherRows()}) and {filter}";
        if (indicator is not null) filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)}") + " and " + filter;
        var points = new List<SeriesPoint>();
        var sections = new Dictionary<(string Indicator, Period Period), CrossSection>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (SeriesRows.ReadPoint(entity) is { } point) points.Add(point);
            else if (SeriesRows.ReadSection(entity) is { } section) sections[(SeriesRows.IndicatorOf(entity), section.Period)] = section;
        }
        foreach (var point in points)
        {
            var better = IndicatorCatalogue.Default.Find(point.Indicator)?.Better ?? "none";
            yield return Ranking.WithRank(point, sections.GetValueOrDefault((point.Indicator, point.Period)), better);
        }
    }

    /// <summary>The cross-sections of an indicator, in the order of their periods.</summary>
    public async Task<IReadOnlyList<CrossSection>> SectionsAsync(string indicator, int firstYear, int lastYear, CancellationToken cancellationToken)
    {
        var (from, before) = SeriesRows.SectionRange;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Join(indicator)} and RowKey ge {from} and RowKey lt {before} and Year ge {firstYear} and Year le {lastYear}");
        var sections = new List<CrossSection>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            if (SeriesRows.ReadSection(entity) is { } section) sections.Add(section);
        return [.. sections.OrderBy(s => s.Period)];
    }

    /// <summary>The issues of an indicator, province by province.</summary>
    public async Task<IReadOnlyList<(string Province, IReadOnlyList<SeriesIssue> Issues)>> IssuesAsync(string indicator, CancellationToken cancellationToken)
    {
        var (from, before) = SeriesRows.IssuesRange;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)} and RowKey ge {from} and RowKey lt {before}");
        var issues = new List<(string, IReadOnlyList<SeriesIssue>)>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) issues.Add(SeriesRows.ReadIssues(entity));
        return issues;
    }

    /// <summary>The subjects that no indicator names, province by province.</summary>
    public async Task<IReadOnlyList<(string Province, int Observations, IReadOnlyList<Subject> Subjects)>> SubjectsAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SeriesRows.SubjectsPartition}");
        var subjects = new List<(string, int, IReadOnlyList<Subject>)>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) subjects.Add(SeriesRows.ReadSubjects(entity));
        return subjects;
    }

    /// <summary>What is stored of some series of an indicator, and its cross-sections and issues.</summary>
    public Task<StoredSeries> StoredAsync(string indicator, IReadOnlyCollection<string> provinces, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)}");
        if (provinces.Count is 0 or > FewProvinces) return StoredAsync([filter], cancellationToken);
        // A filter may have fifteen comparisons: the partition, the rows that are no points, and six provinces.
        return StoredAsync(
            provinces.Chunk(6).Select((few, i) => $"{filter} and ({string.Join(" or ", few.Select(OfPoints).Concat(i == 0 ? [OfOtherRows()] : []))})"),
            cancellationToken);
    }

    /// <summary>What is stored of the subjects of a province.</summary>
    public Task<StoredSeries> StoredSubjectsAsync(string province, CancellationToken cancellationToken) => StoredAsync(
        [TableClient.CreateQueryFilter($"PartitionKey eq {SeriesRows.SubjectsPartition} and RowKey eq {TableKey.Join(province)}")], cancellationToken);

    /// <summary>What is stored of all series but those of some provinces, without the cross-sections' figures.</summary>
    /// <param name="isDone">Which provinces are left out.</param>
    /// <param name="done">Is told of the figures of provinces left out: indicator, period, figure. Null where none is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<StoredSeries> AllStoredAsync(Func<string, bool> isDone, Action<string, Period, PlaceFigure>? done, CancellationToken cancellationToken)
    {
        var stored = new StoredSeries();
        await foreach (var entity in table.QueryAsync<TableEntity>(select: done is null ? Versions : VersionsAndFigures, cancellationToken: cancellationToken))
        {
            var province = SeriesRows.ProvinceOf(entity);
            if (province == SeriesRows.NoProvince || !isDone(province)) stored.Add(entity);
            else if (SeriesRows.ReadFigureOfPoint(entity) is { } figure) done?.Invoke(SeriesRows.IndicatorOf(entity), figure.Period, figure.Figure);
        }
        return stored;
    }

    /// <summary>Makes changes.</summary>
    /// <exception cref="RequestFailedException">404, 409 or 412: somebody else removed or wrote a row since it was read.</exception>
    public Task SubmitAsync(IEnumerable<TableTransactionAction> changes, CancellationToken cancellationToken) =>
        EntityBatches.SubmitAsync(table, changes, cancellationToken);

    async Task<StoredSeries> StoredAsync(IEnumerable<string> filters, CancellationToken cancellationToken)
    {
        var stored = new StoredSeries();
        foreach (var filter in filters)
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: Summary, cancellationToken: cancellationToken)) stored.Add(entity);
        return stored;
    }

    static string OfPoints(string province)
    {
        var (from, before) = TableKey.Range(province);
        return TableClient.CreateQueryFilter($"(RowKey ge {from} and RowKey lt {before})");
    }

    static string OfOtherRows() => TableClient.CreateQueryFilter($"(RowKey ge {SeriesRows.FirstOther} and RowKey lt {SeriesRows.BeforeOther})");
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>observations</c>: a partition a province, ordered by indicator, period, kind, document and ordinal.</summary>
public sealed class ObservationTable(StorageClients storage)
{
    /// <summary>The partition of observations whose place is unknown; no slug.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>What series are made of: all but the words of the text.</summary>
    static readonly string[] Figures =
    [
        "PartitionKey", "RowKey", "Indicator", "Label", "Value", "Unit", "Total", "Period", "Kind", "Qualifier", "Comparisons",
        "Document", "DocumentPeriod", "ReceivedAt", "Ordinal",
    ];

    static readonly string[] Owners = ["PartitionKey", "RowKey", "DocumentName"];

    static readonly string[] Subjects = ["PartitionKey", "RowKey", "Label", "Document", "Ordinal"];

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Observations);

    /// <summary>Writes a document's observations and removes the rows that it no longer has.</summary>
    /// <param name="observations">The observations as they are now.</param>
    /// <param name="stale">Rows that may exist and must not.</param>
    /// <param name="cancellationToken">Stops the writing, perhaps in the middle.</param>
    public Task ReplaceAsync(IEnumerable<ObservationRecord> observations, IEnumerable<RowAddress> stale, CancellationToken cancellationToken) =>
        EntityBatches.SubmitAsync(
            table,
            observations.Select(o => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(o)))
                .Concat(stale.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(r.Province, r.RowKey), Azure.ETag.All))),
            cancellationToken);

    /// <summary>
    /// So many series of a province can be asked for at once: the service takes fifteen comparisons in a filter, one for the partition, two for the
    /// stretch from the first series to the last, so that no more is passed over, and two for each.
    /// </summary>
    public const int MostSeries = 6;

    /// <summary>The observations of some series of a province, in the order of their keys; without the words of the text.</summary>
    /// <param name="province">The slug.</param>
    /// <param name="indicators">Up to <see cref="MostSeries"/> indicators.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<ObservationRecord> OfSeriesAsync(string province, IReadOnlyList<string> indicators, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        if (indicators.Count is 0 or > MostSeries) throw new ArgumentException($"From one to {MostSeries} series can be asked for at once.", nameof(indicators));
        var first = indicators.Select(i => TableKey.Range(i).From).Min(StringComparer.Ordinal);
        var last = indicators.Select(i => TableKey.Range(i).Before).Max(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {province} and RowKey ge {first} and RowKey lt {last}");
        return FiguresAsync(indicators.Count == 1 ? filter : $"{filter} and ({string.Join(" or ", indicators.Select(OfSeries))})", cancellationToken);
    }

    /// <summary>Every observation of some provinces, as far as series are made of it, ordered by province, indicator, period, kind and document.</summary>
    /// <param name="after">Of partitions behind this one; null for all from the first on.</param>
    /// <param name="before">Of partitions before this one; null for all to the last.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<ObservationRecord> BetweenAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after ?? ""}");
        return FiguresAsync(before is null ? filter : filter + " and " + TableClient.CreateQueryFilter($"PartitionKey lt {before}"), cancellationToken);
    }

    /// <summary>Every observation of a province, likewise.</summary>
    public IAsyncEnumerable<ObservationRecord> OfProvinceAsync(string province, CancellationToken cancellationToken) =>
        FiguresAsync(TableClient.CreateQueryFilter($"PartitionKey eq {province}"), cancellationToken);

    /// <summary>What a province's documents state and no indicator names, as far as it is counted.</summary>
    public async IAsyncEnumerable<ObservationRecord> UncataloguedAsync(string province, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, before) = TableKey.Range("");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {province} and RowKey ge {from} and RowKey lt {before}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: Subjects, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    /// <summary>The observations of one number: every source of it.</summary>
    public IAsyncEnumerable<ObservationRecord> OfNumberAsync(SeriesKey series, Period period, CancellationToken cancellationToken) =>
        RangeAsync(series.Province, TableKey.Range(series.Indicator, period.ToString()), null, cancellationToken);

    /// <summary>The observations of a document in these partitions, in the order of the text.</summary>
    public async Task<IReadOnlyList<ObservationRecord>> OfDocumentAsync(string document, IEnumerable<string> partitions, CancellationToken cancellationToken)
    {
        var found = new List<ObservationRecord>();
        foreach (var partition in partitions)
            await foreach (var entity in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Document eq {document}"), cancellationToken: cancellationToken))
                found.Add(Read(entity));
        return [.. found.OrderBy(o => o.Ordinal)];
    }

    /// <summary>Every observation of a partition, or of all, in the order of their keys; a page of them is held at a time.</summary>
    /// <param name="partition">A slug, or <see cref="Unassigned"/>; null for all.</param>
    /// <param name="indicator">Of this indicator, where a partition is given; null for all.</param>
    /// <param name="years">From the first to the last of these years; null for all, with those of no known period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<ObservationRecord> AllAsync(
        string? partition, string? indicator, (int First, int Last)? years, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var conditions = new List<string> { partition is null ? TableClient.CreateQueryFilter($"PartitionKey ge {""}") : TableClient.CreateQueryFilter($"PartitionKey eq {partition}") };
        if (partition is not null && indicator is not null)
        {
            var (from, before) = TableKey.Range(indicator);
            conditions.Add(TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {before}"));
        }
        if (years is { } range) conditions.Add(TableClient.CreateQueryFilter($"Year ge {range.First} and Year le {range.Last}"));
        await foreach (var entity in table.QueryAsync<TableEntity>(string.Join(" and ", conditions), cancellationToken: cancellationToken)) yield return Read(entity);
    }

    /// <summary>Where observations are stored and the names of their documents, in the order of the keys.</summary>
    /// <param name="after">Only behind this one; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<(RowAddress Address, string DocumentName)> OwnersAsync(RowAddress? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One question for both would have the service go through the table from its beginning.
        string[] filters = after is { } last
            ? [TableClient.CreateQueryFilter($"PartitionKey eq {last.Province} and RowKey gt {last.RowKey}"), TableClient.CreateQueryFilter($"PartitionKey gt {last.Province}")]
            : [TableClient.CreateQueryFilter($"PartitionKey ge {""}")];
        foreach (var filter in filters)
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: Owners, cancellationToken: cancellationToken))
                yield return (new RowAddress(entity.PartitionKey, entity.RowKey), entity.GetString("DocumentName") ?? "");
    }

    static string OfSeries(string indicator)
    {
        var (from, before) = TableKey.Range(indicator);
        return TableClient.CreateQueryFilter($"(RowKey ge {from} and RowKey lt {before})");
    }

    async IAsyncEnumerable<ObservationRecord> RangeAsync(
        string partition, (string From, string Before) keys, string[]? select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {keys.From} and RowKey lt {keys.Before}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: select, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    async IAsyncEnumerable<ObservationRecord> FiguresAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: Figures, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    static TableEntity Write(ObservationRecord record)
    {
        var address = record.Address();
        var o = record.Observation;
        return TableEntities.Of(
            address.Province,
            address.RowKey,
            ("Indicator", o.Indicator),
            ("Label", o.Label),
            ("Value", StoredNumber.Write(o.Value)),
            ("Unit", o.Unit?.Code),
            ("Total", StoredNumber.Write(o.Total)),
            ("Period", o.Period?.ToString()),
            ("Year", o.Period?.Year),
            ("Kind", o.Kind.ToString()),
            ("Qualifier", o.Qualifier.ToString()),
            ("OtherProvince", o.Province),
            ("Comparisons", StoredJson.Write(o.Comparisons)),
            ("SourceStart", o.Source.Start),
            ("SourceEnd", o.Source.End),
            ("SourceText", record.SourceText),
            ("SentenceStart", o.Sentence.Start),
            ("SentenceEnd", o.Sentence.End),
            ("SentenceText", record.SentenceText),
            ("Document", record.Document),
            ("DocumentName", record.DocumentName),
            ("DocumentPeriod", record.DocumentPeriod?.ToString()),
            ("ReceivedAt", record.ReceivedAt),
            ("Ordinal", record.Ordinal));
    }

    static ObservationRecord Read(TableEntity entity) => new()
    {
        Province = entity.PartitionKey == Unassigned ? null : entity.PartitionKey,
        Observation = new Observation
        {
            Indicator = entity.GetString("Indicator"),
            Label = entity.GetString("Label") ?? "",
            Value = StoredNumber.Read(entity.GetString("Value")),
            Unit = entity.GetString("Unit") is { } unit ? Unit.Of(unit) : null,
            Total = StoredNumber.Read(entity.GetString("Total")),
            Period = Period.TryParse(entity.GetString("Period"), out var period) ? period : null,
            Kind = Enum.Parse<Kind>(entity.GetString("Kind") ?? nameof(Kind.Actual)),
            Qualifier = Enum.Parse<Qualifier>(entity.GetString("Qualifier") ?? nameof(Qualifier.Exact)),
            Province = entity.GetString("OtherProvince"),
            Comparisons = StoredJson.Read<List<Comparison>>(entity.GetString("Comparisons")) ?? [],
            Source = new SourceSpan(entity.GetInt32("SourceStart") ?? 0, entity.GetInt32("SourceEnd") ?? 0),
            Sentence = new SourceSpan(entity.GetInt32("SentenceStart") ?? 0, entity.GetInt32("SentenceEnd") ?? 0),
        },
        SourceText = entity.GetString("SourceText") ?? "",
        SentenceText = entity.GetString("SentenceText") ?? "",
        Document = entity.GetString("Document") ?? "",
        DocumentName = entity.GetString("DocumentName") ?? "",
        DocumentPeriod = Period.TryParse(entity.GetString("DocumentPeriod"), out var documentPeriod) ? documentPeriod : null,
        ReceivedAt = entity.GetDateTimeOffset("ReceivedAt") ?? default,
        Ordinal = entity.GetInt32("Ordinal") ?? 0,
    };
}

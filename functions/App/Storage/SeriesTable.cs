using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>series</c>: a partition an indicator, ordered by province, period and kind.</summary>
public sealed class SeriesTable(StorageClients storage)
{
    /// <summary>A string property may have 32,768 characters; longer lists are cut at their end.</summary>
    const int LongestProperty = 32_000;

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Series);

    /// <summary>Every point of an indicator, as stored.</summary>
    public async Task<IReadOnlyList<StoredPoint>> OfIndicatorAsync(string indicator, CancellationToken cancellationToken)
    {
        var points = new List<StoredPoint>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            points.Add(new StoredPoint(Read(entity), entity.ETag, Fingerprint(entity)));
        return points;
    }

    /// <summary>The points that a question may be about.</summary>
    /// <param name="indicator">Of this indicator; null for all.</param>
    /// <param name="province">Of this province, where an indicator is given; null for all.</param>
    /// <param name="firstYear">Of periods from this year on.</param>
    /// <param name="lastYear">Of periods until this year, included.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<SeriesPoint> QueryAsync(
        string? indicator, string? province, int firstYear, int lastYear, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"Year ge {firstYear} and Year le {lastYear}");
        if (province is not null)
        {
            var (from, before) = TableKey.Range(province);
            filter = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {before}") + " and " + filter;
        }
        if (indicator is not null) filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)}") + " and " + filter;
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    /// <summary>Makes an indicator's partition hold exactly these points; what is stored alike is not written.</summary>
    /// <param name="stored">The points as they were read.</param>
    /// <param name="points">The points as they should be.</param>
    /// <param name="cancellationToken">Stops the writing, perhaps in the middle.</param>
    /// <exception cref="RequestFailedException">409 or 412: somebody else wrote a point since it was read.</exception>
    public Task ReplaceAsync(IReadOnlyList<StoredPoint> stored, IEnumerable<SeriesPoint> points, CancellationToken cancellationToken)
    {
        var before = stored.ToDictionary(s => Key(s.Point));
        var actions = new List<TableTransactionAction>();
        foreach (var entity in points.Select(Write))
        {
            if (!before.Remove((entity.PartitionKey, entity.RowKey), out var known))
                actions.Add(new TableTransactionAction(TableTransactionActionType.Add, entity));
            else if (known.Fingerprint != Fingerprint(entity))
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, known.ETag));
        }
        foreach (var (key, gone) in before)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(key.Partition, key.Row), gone.ETag));
        return EntityBatches.SubmitAsync(table, actions, cancellationToken);
    }

    static (string Partition, string Row) Key(SeriesPoint point) =>
        (TableKey.Join(point.Indicator), TableKey.Join(point.Province, point.Period.ToString(), point.Kind == Kind.Actual ? "actual" : "target"));

    static TableEntity Write(SeriesPoint point)
    {
        var (partition, row) = Key(point);
        return TableEntities.Of(
            partition,
            row,
            ("Year", point.Period.Year),
            ("Value", StoredNumber.Write(point.Chosen?.Value)),
            ("Unit", point.Chosen?.Unit?.Code),
            ("Document", point.Chosen?.Document),
            ("Verdict", PreviousYear(point)?.Verdict.ToString()),
            ("Rank", point.Rank),
            ("RankedAmong", point.RankedAmong),
            ("Chosen", StoredJson.Write(point.Chosen)),
            ("Alternatives", Fitting(point.Alternatives)),
            ("Deltas", Fitting(point.Deltas)));
    }

    /// <summary>The change against the same period one year before; null where nothing is known of it.</summary>
    public static Delta? PreviousYear(SeriesPoint point) =>
        point.Deltas.FirstOrDefault(d => d.BasisPeriod is { } basis && basis == point.Period.PreviousYear());

    static string Fitting<T>(IReadOnlyList<T> all)
    {
        for (var count = all.Count; ; count /= 2)
            if (StoredJson.Write(all.Take(count)) is { Length: <= LongestProperty } json) return json;
    }

    /// <summary>What is stored, without keys, version and time: two equal texts need no write.</summary>
    static string Fingerprint(TableEntity entity) => string.Join('\n',
        entity.GetString("Chosen"), entity.GetString("Alternatives"), entity.GetString("Deltas"),
        StoredNumber.Write(entity.GetInt32("Rank")), StoredNumber.Write(entity.GetInt32("RankedAmong")));

    static SeriesPoint Read(TableEntity entity)
    {
        var parts = TableKey.Split(entity.RowKey);
        return new SeriesPoint
        {
            Indicator = TableKey.Split(entity.PartitionKey)[0],
            Province = parts[0],
            Period = Period.Parse(parts[1]),
            Kind = parts[2] == "target" ? Kind.Target : Kind.Actual,
            Chosen = StoredJson.Read<Candidate>(entity.GetString("Chosen")),
            Alternatives = StoredJson.Read<List<Candidate>>(entity.GetString("Alternatives")) ?? [],
            Deltas = StoredJson.Read<List<Delta>>(entity.GetString("Deltas")) ?? [],
            Rank = entity.GetInt32("Rank"),
            RankedAmong = entity.GetInt32("RankedAmong"),
        };
    }
}

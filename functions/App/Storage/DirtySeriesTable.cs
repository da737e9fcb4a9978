using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>work</c>: the dirty series, which were touched since they were last built; and how far rebuilds and the sweep have come.</summary>
public sealed class DirtySeriesTable(StorageClients storage)
{
    /// <summary>No slug begins with the escape sign, so this partition is not a province.</summary>
    const string StatePartition = "~state", LastRunKey = "aggregation", ProgressKey = "rebuild", SweptKey = "sweep";

    /// <summary>Provinces whose marks are removed at once.</summary>
    const int Parallel = 8;

    /// <summary>Operations that a transaction may have.</summary>
    const int MostActions = 100;

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.DirtySeries);

    /// <summary>Marks series as touched; a mark that is there already gets a new version.</summary>
    public Task MarkAsync(IEnumerable<SeriesKey> series, CancellationToken cancellationToken) =>
        EntityBatches.SubmitAsync(
            table,
            series.Distinct().OrderBy(k => k.Province, StringComparer.Ordinal).ThenBy(k => k.Indicator, StringComparer.Ordinal)
                .Select(k => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    // A different value each time: a store may keep the version of a row that does not change.
                    new TableEntity(k.Province, TableKey.Join(k.Indicator)) { ["Touch"] = Guid.NewGuid() })),
            cancellationToken);

    /// <summary>Every mark, as it is now.</summary>
    public async IAsyncEnumerable<DirtyMark> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ne {StatePartition}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            yield return new DirtyMark(new SeriesKey(entity.PartitionKey, TableKey.Split(entity.RowKey)[0]), entity.ETag);
    }

    /// <summary>Every mark, as it is now, in memory.</summary>
    public async Task<IReadOnlyList<DirtyMark>> ReadMarksAsync(CancellationToken cancellationToken)
    {
        var marks = new List<DirtyMark>();
        await foreach (var mark in AllAsync(cancellationToken)) marks.Add(mark);
        return marks;
    }

    /// <summary>Removes marks, except of series that were touched since the marks were read.</summary>
    public async Task DoneAsync(IEnumerable<DirtyMark> marks, CancellationToken cancellationToken)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(
            marks.GroupBy(m => m.Key.Province, StringComparer.Ordinal).SelectMany(p => p.Chunk(MostActions)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (batch, token) => await DoneAsync(batch, token));
    }

    async Task DoneAsync(IReadOnlyList<DirtyMark> batch, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                batch.Select(m => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(m.Key.Province, TableKey.Join(m.Key.Indicator)), m.ETag)),
                cancellationToken);
        }
        catch (Azure.RequestFailedException e) when (e.Status is 404 or 412)
        {
            // One of them was touched again or done by another run: the others go one by one.
            foreach (var mark in batch) await DoneAsync(mark, cancellationToken);
        }
    }

    /// <summary>Removes a mark, unless the series was touched since the mark was read.</summary>
    public async Task DoneAsync(DirtyMark mark, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(mark.Key.Province, TableKey.Join(mark.Key.Indicator), mark.ETag, cancellationToken);
        }
        catch (Azure.RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Touched again (it stays for the next run) or done by another run.
        }
    }

    /// <summary>Notes how the aggregation stands.</summary>
    public Task SaveStateAsync(AggregationState state, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        TableEntities.Of(
            StatePartition,
            LastRunKey,
            ("Ended", state.Ended),
            ("Rules", state.Rules),
            ("FullRebuildPending", state.IsFullRebuildPending),
            ("Observations", state.Observations),
            ("FailedCorrections", state.FailedCorrections)),
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>How the aggregation stands.</summary>
    public async Task<AggregationState> StateAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(StatePartition, LastRunKey, cancellationToken: cancellationToken);
        return !found.HasValue ? new AggregationState() : new AggregationState
        {
            Ended = found.Value!.GetDateTimeOffset("Ended"),
            Rules = found.Value.GetString("Rules") ?? "",
            IsFullRebuildPending = found.Value.GetBoolean("FullRebuildPending") ?? false,
            Observations = found.Value.GetInt32("Observations") ?? 0,
            FailedCorrections = found.Value.GetInt32("FailedCorrections") ?? 0,
        };
    }

    /// <summary>How far a full rebuild has come; null where none is under way.</summary>
    public async Task<RebuildProgress?> ProgressAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(StatePartition, ProgressKey, cancellationToken: cancellationToken);
        return !found.HasValue ? null : new RebuildProgress
        {
            Rules = found.Value!.GetString("Rules") ?? "",
            Begun = found.Value.GetDateTimeOffset("Begun") ?? default,
            Province = found.Value.GetString("Province"),
            Observations = found.Value.GetInt32("Observations") ?? 0,
            ETag = found.Value.ETag,
        };
    }

    /// <summary>Notes how far a full rebuild has come, where no other run has since this was read.</summary>
    /// <returns>The same with its new version.</returns>
    /// <exception cref="Azure.RequestFailedException">409 or 412: another run has; 404: it has come to the end.</exception>
    public async Task<RebuildProgress> SaveProgressAsync(RebuildProgress progress, CancellationToken cancellationToken)
    {
        var entity = TableEntities.Of(
            StatePartition, ProgressKey, ("Rules", progress.Rules), ("Begun", progress.Begun), ("Province", progress.Province), ("Observations", progress.Observations));
        var answer = progress.ETag == default
            ? await table.AddEntityAsync(entity, cancellationToken)
            : await table.UpdateEntityAsync(entity, progress.ETag, TableUpdateMode.Replace, cancellationToken);
        return progress with { ETag = answer.Headers.ETag ?? throw new InvalidOperationException("The table service gave no ETag for the progress.") };
    }

    /// <summary>Forgets the progress: the rebuild has ended.</summary>
    public Task DropProgressAsync(CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(StatePartition, ProgressKey, Azure.ETag.All, cancellationToken);

    /// <summary>The observation up to which the sweep has come; null where it begins anew.</summary>
    public async Task<RowAddress?> SweptAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(StatePartition, SweptKey, cancellationToken: cancellationToken);
        return found.HasValue && found.Value!.GetString("Province") is { } province && found.Value.GetString("Row") is { } row ? new RowAddress(province, row) : null;
    }

    /// <summary>Notes up to which observation the sweep has come; null for the end.</summary>
    public Task SaveSweptAsync(RowAddress? last, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        TableEntities.Of(StatePartition, SweptKey, ("Province", last?.Province), ("Row", last?.RowKey)), TableUpdateMode.Replace, cancellationToken);

    /// <summary>When the last aggregation ended; null where there was none.</summary>
    public async Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken) => (await StateAsync(cancellationToken)).Ended;
}

/// <summary>Names a series: a province and an indicator.</summary>
/// <param name="Province">The slug of the province.</param>
/// <param name="Indicator">The catalogue's code, or <see cref="Uncatalogued"/>.</param>
public readonly record struct SeriesKey(string Province, string Indicator)
{
    /// <summary>Stands for all that a province's documents state and no indicator names; every code has a point, so this is none.</summary>
    public const string Uncatalogued = "uncatalogued";
}

/// <summary>Marks a series as dirty: it was touched since it was last built; a later touch changes the ETag.</summary>
/// <param name="Key">The series.</param>
/// <param name="ETag">The version of the mark that was read.</param>
public readonly record struct DirtyMark(SeriesKey Key, ETag ETag);

/// <summary>How the aggregation stands.</summary>
public sealed record AggregationState
{
    /// <summary>When the last run ended; null where none has.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The rules that all series were last built by; another version of the program may have others.</summary>
    public string Rules { get; init; } = "";

    /// <summary>Whether a full rebuild was begun and has not ended.</summary>
    public bool IsFullRebuildPending { get; init; }

    /// <summary>How many observations the last full rebuild read.</summary>
    public int Observations { get; init; }

    /// <summary>How many corrections no longer met what they expect when they were last looked at.</summary>
    public int FailedCorrections { get; init; }
}

/// <summary>How far a full rebuild has come: what a run that goes on after a crash, or after its time was up, needs to know.</summary>
public sealed record RebuildProgress
{
    /// <summary>The rules that it builds by; a program with others begins anew.</summary>
    public required string Rules { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>The last province, in the order of the rebuild, whose rows and those of all before it are stored; null where none is.</summary>
    public string? Province { get; init; }

    /// <summary>How many observations were read for them.</summary>
    public int Observations { get; init; }

    /// <summary>The version of this note in the table; default where it is not stored yet.</summary>
    public ETag ETag { get; init; }
}

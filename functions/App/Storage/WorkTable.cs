using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>work</c>: the series touched since they were last built, and when that last was.</summary>
public sealed class WorkTable(StorageClients storage)
{
    /// <summary>No slug begins with the escape sign, so this partition is not a province.</summary>
    const string StatePartition = "~state", LastRunKey = "aggregation";

    /// <summary>Operations that a transaction may have.</summary>
    const int MostActions = 100;

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Work);

    /// <summary>Marks series as touched; a mark that is there already gets a new version.</summary>
    public Task MarkAsync(IEnumerable<WorkKey> series, CancellationToken cancellationToken) =>
        EntityBatches.SubmitAsync(
            table,
            series.Distinct().OrderBy(k => k.Province, StringComparer.Ordinal).ThenBy(k => k.Indicator, StringComparer.Ordinal)
                .Select(k => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    // A different value each time: a store may keep the version of a row that does not change.
                    new TableEntity(k.Province, TableKey.Join(k.Indicator)) { ["Touch"] = Guid.NewGuid() })),
            cancellationToken);

    /// <summary>Every mark, as it is now.</summary>
    public async IAsyncEnumerable<WorkMark> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ne {StatePartition}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            yield return new WorkMark(new WorkKey(entity.PartitionKey, TableKey.Split(entity.RowKey)[0]), entity.ETag);
    }

    /// <summary>Removes marks, except of series that were touched since the marks were read.</summary>
    public async Task DoneAsync(IEnumerable<WorkMark> marks, CancellationToken cancellationToken)
    {
        foreach (var batch in marks.GroupBy(m => m.Key.Province, StringComparer.Ordinal).SelectMany(p => p.Chunk(MostActions)))
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
    }

    /// <summary>Removes a mark, unless the series was touched since the mark was read.</summary>
    public async Task DoneAsync(WorkMark mark, CancellationToken cancellationToken)
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

    /// <summary>When the last aggregation ended; null where there was none.</summary>
    public async Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken) => (await StateAsync(cancellationToken)).Ended;
}

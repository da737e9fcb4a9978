using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>Submits any number of changes to one table in as few transactions as its limits allow.</summary>
static class EntityBatches
{
    /// <summary>Operations and (by a cautious estimate of JSON) bytes that a transaction may have; the service allows 100 and 4 MiB.</summary>
    const int MostActions = 100, MostBytes = 3 * 1024 * 1024;

    /// <summary>Submits the changes, partition by partition, in their order; deleting what is not there is no error.</summary>
    public static async Task SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var partition in actions.GroupBy(a => a.Entity.PartitionKey, StringComparer.Ordinal))
            foreach (var batch in Batches(partition))
                await SubmitBatchAsync(table, batch, cancellationToken);
    }

    static IEnumerable<List<TableTransactionAction>> Batches(IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = EstimatedBytes(action.Entity);
            if (batch.Count == MostActions || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }
            batch.Add(action);
            bytes += size;
        }
        if (batch.Count > 0) yield return batch;
    }

    /// <summary>A delete of a missing row fails its whole transaction; the row is as wanted, so the rest goes again without it.</summary>
    static async Task SubmitBatchAsync(TableClient table, List<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        while (batch.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(batch, cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == 404 && e.FailedTransactionActionIndex is { } index
                && index < batch.Count && batch[index].ActionType == TableTransactionActionType.Delete)
            {
                batch.RemoveAt(index);
            }
        }
    }

    /// <summary>1,024 bytes for the frame of an operation, the keys once more in its address, where a letter may take nine bytes, and the properties.</summary>
    static int EstimatedBytes(ITableEntity entity) =>
        1024 + (9 * (entity.PartitionKey.Length + entity.RowKey.Length))
        + (entity is IDictionary<string, object> properties ? properties.Sum(p => 64 + EstimatedBytes(p.Value)) : 0);

    static int EstimatedBytes(object value) => value switch
    {
        string text => text.Length + (5 * text.Count(IsEscaped)),
        byte[] bytes => bytes.Length / 3 * 4,
        _ => 64,
    };

    /// <summary>The client writes <c>ế</c> as <c>\u1EBF</c>, and so everything but harmless ASCII.</summary>
    static bool IsEscaped(char c) => c is < ' ' or > '~' or '"' or '\\' or '\'' or '&' or '+' or '<' or '>' or '`';
}

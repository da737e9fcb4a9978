using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Transport;

/// <summary>The actions of a transaction as operations, after the checks that a real account makes and the emulator does not.</summary>
static class Transaction
{
    public const int Actions = 100;

    /// <summary>One operation an action.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="TableTransactionFailedException">The service would refuse it; the index is that of the first action in the way.</exception>
    public static IReadOnlyList<EntityOperation> Operations(string table, IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var operations = new List<EntityOperation>();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        string? partition = null;
        foreach (var action in actions)
        {
            var index = operations.Count;
            if (index == Actions)
                throw Refused(index - 1, TableErrorCode.InvalidInput, $"a transaction has at most {Actions} actions.");
            partition ??= action.Entity.PartitionKey;
            if (action.Entity.PartitionKey != partition)
                throw Refused(index, TableErrorCode.CommandsInBatchActOnDifferentPartitions, $"every action of a transaction is on the same partition.");
            if (!rows.Add(action.Entity.RowKey))
                throw Refused(index, TableErrorCode.InvalidDuplicateRow, $"a row can appear only once in a transaction.");
            operations.Add(Operation(index, table, action));
        }
        return operations.Count > 0 ? operations : throw new InvalidOperationException("A transaction has at least one action.");
    }

    static EntityOperation Operation(int index, string table, TableTransactionAction action)
    {
        try
        {
            var entity = action.Entity;
            return action.ActionType switch
            {
                TableTransactionActionType.Add => EntityOperation.Add(table, entity),
                TableTransactionActionType.Delete => EntityOperation.Delete(table, entity.PartitionKey, entity.RowKey, action.ETag),
                TableTransactionActionType.UpdateMerge => EntityOperation.Update(table, entity, TableUpdateMode.Merge, Condition(action)),
                TableTransactionActionType.UpdateReplace => EntityOperation.Update(table, entity, TableUpdateMode.Replace, Condition(action)),
                TableTransactionActionType.UpsertMerge => EntityOperation.Update(table, entity, TableUpdateMode.Merge, null),
                TableTransactionActionType.UpsertReplace => EntityOperation.Update(table, entity, TableUpdateMode.Replace, null),
                _ => throw new InvalidOperationException($"The action type {action.ActionType} is not known."),
            };
        }
        catch (RequestFailedException refusal)
        {
            throw Refusal.Of(index, refusal);
        }
    }

    static ETag? Condition(TableTransactionAction action) => action.ETag == default ? null : action.ETag;

    static TableTransactionFailedException Refused(int index, TableErrorCode code, FormattableString sentence) =>
        Refusal.Of(index, Refusal.Of(code, sentence));
}

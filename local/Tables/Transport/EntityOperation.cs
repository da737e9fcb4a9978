using Azure.Core;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Transport;

/// <summary>One write of one row, sent by itself or as a part of a transaction.</summary>
/// <param name="Path">From the account's address on, beginning with a slash, percent-encoded.</param>
/// <param name="IfMatch">The version the row must have; null sends no condition.</param>
/// <param name="Json">The row, or null for a deletion.</param>
sealed record EntityOperation(RequestMethod Method, string Path, ETag? IfMatch, byte[]? Json)
{
    public static EntityOperation Add(string table, ITableEntity entity) =>
        new(RequestMethod.Post, "/" + table, null, EntityContent.Of(entity).ToJson());

    public static EntityOperation Update(string table, ITableEntity entity, TableUpdateMode mode, ETag? ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"The mode {mode} is not known.", nameof(mode)),
        };
        var content = EntityContent.Of(entity);
        return new EntityOperation(method, PathOf(table, content.PartitionKey, content.RowKey), ifMatch, content.ToJson());
    }

    public static EntityOperation Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, PathOf(table, partitionKey, rowKey), ifMatch == default ? ETag.All : ifMatch, null);

    /// <summary>The path of a row: quotes doubled, then everything but letters, digits and <c>- . _ ~</c> percent-encoded.</summary>
    public static string PathOf(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}

namespace Azure.Data.Tables;

/// <summary>What every row of a table has; a class of one's own with further public properties is stored property by property.</summary>
public interface ITableEntity
{
    /// <summary>First half of the key: at most 1,024 characters, none of <c>/ \ # ?</c> and no control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second half of the key, unique within the partition; the same limits.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row as it was read; never sent as a property.</summary>
    ETag ETag { get; set; }
}

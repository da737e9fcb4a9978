namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does to its row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; the row must not exist.</summary>
    Add = 0,

    /// <summary>Merges into the row whose version is the action's ETag.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces the row whose version is the action's ETag.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes; the row must exist.</summary>
    Delete = 3,

    /// <summary>Merges into the row, or inserts it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces the row, or inserts it.</summary>
    UpsertReplace = 5,
}

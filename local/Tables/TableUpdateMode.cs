namespace Azure.Data.Tables;

/// <summary>What happens to properties that the row has and the entity sent has not.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge = 0,

    /// <summary>They go.</summary>
    Replace = 1,
}

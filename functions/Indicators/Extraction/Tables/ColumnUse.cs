namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What the figures of a column are.</summary>
enum ColumnUse
{
    /// <summary>Values.</summary>
    Level,

    /// <summary>What was wanted.</summary>
    Plan,

    /// <summary>How other values compare.</summary>
    Comparison,
}

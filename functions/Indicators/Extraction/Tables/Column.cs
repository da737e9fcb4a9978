namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A column of figures with its period, or with what it compares.</summary>
sealed class Column
{
    public required int Index { get; init; }

    public required Axis Axis { get; init; }

    public required ColumnUse Use { get; init; }

    /// <summary>The period of its values, or of the values that it compares.</summary>
    public Period? Period { get; set; }

    /// <summary>The column of the values that it compares; null where the table does not give them.</summary>
    public Column? Owner { get; set; }

    /// <summary>What they are compared with; null where the heading does not say.</summary>
    public Basis? Basis { get; set; }

    /// <summary>The column that holds the basis; null for none.</summary>
    public Column? BasisColumn { get; set; }

    /// <summary>Whether its figures are differences or quotients.</summary>
    public Relation Relation { get; set; }

    /// <summary>The unit of its differences or quotients; null for that of the values.</summary>
    public Unit? Unit { get; set; }

    /// <summary>The words of its heading that name a subject; empty for none.</summary>
    public string Subject { get; set; } = "";

    public bool IsOfSubject(Column other) => Subject == other.Subject;
}

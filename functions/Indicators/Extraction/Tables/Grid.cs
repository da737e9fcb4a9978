namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A table put right: its columns are periods or subjects, its rows are subjects or places.</summary>
/// <param name="Columns">The columns of figures.</param>
/// <param name="Rows">The rows, with as many cells as there are columns.</param>
sealed record Grid(IReadOnlyList<Axis> Columns, IReadOnlyList<GridRow> Rows);

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A line of a table.</summary>
/// <param name="Line">The line in the text, without spaces around it.</param>
/// <param name="Cells">Its cells from left to right; those at the end may be left out.</param>
sealed record TableRow(SourceSpan Line, TableCell[] Cells)
{
    /// <summary>The cell of a column; an empty one past the end.</summary>
    public TableCell this[int column] => column < Cells.Length ? Cells[column] : default;

    public int Filled => Cells.Count(c => !c.IsEmpty);
}

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A row of a <see cref="Grid"/>.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Cells">Its figures, each with its line of the text.</param>
sealed record GridRow(RowLabel Label, IReadOnlyList<(TableCell Cell, SourceSpan Line)> Cells);

namespace ServerlessIct.Documents.Html;

/// <summary>The cells of one table's rows, each in its column: where a cell reaches over others to the right or below, those are empty.</summary>
sealed class TableRows
{
    // A wider row is there for the layout of the page, or hostile: its spans are not followed.
    const int MostColumns = 256;

    // For each column, how many of the next rows a cell above takes up.
    readonly List<int> below = [];

    // How many columns to its right the last cell takes up.
    int beside;

    /// <summary>Adds a cell to a row.</summary>
    /// <param name="row">The row, as lines of text for each of its cells.</param>
    /// <param name="span">What the cell takes up.</param>
    public void Add(List<List<string>> row, CellSpan span)
    {
        for (; beside > 0; beside--)
            row.Add([]);
        while (row.Count < below.Count && below[row.Count] > 0)
        {
            below[row.Count]--;
            row.Add([]);
        }

        var column = row.Count;
        row.Add([]);
        if (column + span.Columns > MostColumns)
            return;
        beside = span.Columns - 1;
        while (below.Count < column + span.Columns)
            below.Add(0);
        for (var c = column; c < column + span.Columns; c++)
            below[c] = span.Rows - 1;
    }

    /// <summary>Ends a row: cells from above may reach into columns behind its last cell.</summary>
    public void End(int cells)
    {
        for (var c = cells + beside; c < below.Count; c++)
            below[c] = Math.Max(0, below[c] - 1);
        beside = 0;
    }
}

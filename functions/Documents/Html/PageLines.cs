using System.Text;

namespace ServerlessIct.Documents.Html;

/// <summary>
/// The lines of a page as they come up: one a block, one a table row. A row whose cells hold paragraphs or a table of
/// their own is there for the layout of the page; its cells' lines stay lines.
/// </summary>
sealed class PageLines
{
    // A heading cell may wrap by hand over a few lines; beyond that it is prose.
    const int MostLinesInDataCell = 3;

    readonly List<string> lines = [];
    readonly Stack<Row> rows = new();
    readonly Stack<TableRows> tables = new();
    readonly StringBuilder line = new();
    bool space;

    /// <summary>Adds text; runs of white space become one space.</summary>
    public void Add(ReadOnlySpan<char> text, bool preformatted)
    {
        foreach (var c in text)
        {
            if (preformatted && c == '\n')
                EndLine();
            else if (char.IsWhiteSpace(c))
                space = line.Length > 0;
            else if (c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF'))
            {
                if (space)
                    line.Append(' ');
                space = false;
                line.Append(c);
            }
        }
    }

    /// <summary>Ends the line, if anything is on it.</summary>
    public void EndLine()
    {
        if (line.Length > 0)
            Current.Add(line.ToString());
        line.Clear();
        space = false;
    }

    /// <summary>Begins a table, whose cells may span rows.</summary>
    public void BeginTable() => tables.Push(new TableRows());

    /// <summary>Ends the table that is open.</summary>
    public void EndTable() => tables.Pop();

    /// <summary>Begins a table row.</summary>
    public void BeginRow()
    {
        EndLine();
        if (rows.TryPeek(out var outer))
            outer.HoldsTable = true;
        rows.Push(new Row());
    }

    /// <summary>Begins a cell of the row that is open.</summary>
    public void BeginCell(CellSpan span)
    {
        EndLine();
        tables.Peek().Add(rows.Peek().Cells, span);
    }

    /// <summary>Ends the row that is open.</summary>
    public void EndRow()
    {
        EndLine();
        var row = rows.Pop();
        tables.Peek().End(row.Cells.Count);
        if (row.HoldsTable || row.Cells.Exists(cell => cell.Count > MostLinesInDataCell))
            Current.AddRange(row.Cells.SelectMany(cell => cell));
        else if (row.Cells.Exists(cell => cell.Count > 0))
            Current.Add(OneLine(row.Cells));
    }

    /// <summary>All lines, each ended by \n but the last.</summary>
    public string Text()
    {
        while (rows.Count > 0)
            EndRow();
        EndLine();
        return string.Join('\n', lines);
    }

    List<string> Current
    {
        get
        {
            if (!rows.TryPeek(out var row))
                return lines;
            if (row.Cells.Count == 0)
                row.Cells.Add([]);
            return row.Cells[^1];
        }
    }

    // Empty cells in the middle stay, so that the columns of all rows agree; those at the end say nothing.
    static string OneLine(List<List<string>> cells)
    {
        var last = cells.FindLastIndex(cell => cell.Count > 0);
        var joined = new StringBuilder();
        for (var i = 0; i <= last; i++)
        {
            if (i > 0)
                joined.Append(joined.Length > 0 ? " |" : "|");
            if (joined.Length > 0 && cells[i].Count > 0)
                joined.Append(' ');
            joined.AppendJoin(' ', cells[i]);
        }

        return joined.ToString();
    }

    sealed class Row
    {
        public List<List<string>> Cells { get; } = [];

        public bool HoldsTable { get; set; }
    }
}

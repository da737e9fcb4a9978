using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Cuts lines into cells.</summary>
/// <param name="text">The folded text.</param>
/// <param name="tokens">The tokens of the lines.</param>
/// <param name="framed">Whether every line opens with a bar, which then parts nothing.</param>
sealed class RowCutter(char[] text, Token[] tokens, bool framed)
{
    /// <summary>A line with more cells is no row.</summary>
    const int MostCells = 64;

    int at;

    /// <summary>The row of the next line; null where it has too many cells.</summary>
    public TableRow? Next(TableLine line)
    {
        while (at < tokens.Length && tokens[at].Start < line.Start) at++;
        var cells = new List<TableCell>();
        var start = line.Start;
        if (framed && line.Separator == CellSeparator.Bar && text[start] == '|') start++;
        while (cells.Count <= MostCells)
        {
            var (end, next) = CellEnd(start, line);
            cells.Add(Cell(start, end));
            if (next < 0) break;
            start = next;
        }

        if (cells.Count > MostCells) return null;
        while (cells.Count > 1 && cells[^1].IsEmpty) cells.RemoveAt(cells.Count - 1);
        return new TableRow(Span(line), [.. cells]);
    }

    SourceSpan Span(TableLine line)
    {
        var start = line.Start;
        while (start < line.End && char.IsWhiteSpace(text[start])) start++;
        return new SourceSpan(start, line.End);
    }

    (int End, int Next) CellEnd(int start, TableLine line)
    {
        var rest = text.AsSpan(start, line.End - start);
        var length = line.Separator switch
        {
            CellSeparator.Bar => rest.IndexOf('|'),
            CellSeparator.Tab => rest.IndexOf('\t'),
            CellSeparator.Spaces => rest.IndexOf("   ", StringComparison.Ordinal),
            _ => -1,
        };
        if (length < 0) return (line.End, -1);
        var next = start + length + 1;
        if (line.Separator == CellSeparator.Spaces)
            while (next < line.End && text[next] == ' ') next++;
        return (start + length, next);
    }

    TableCell Cell(int start, int end)
    {
        while (at < tokens.Length && tokens[at].Start < start) at++;
        var first = at;
        while (at < tokens.Length && tokens[at].End <= end && tokens[at].Kind != TokenKind.Break) at++;
        return new TableCell(first, at);
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Tells which rows of a block are headings and which are figures; a block without both is no table.</summary>
sealed class TableParter(Language language, char[] text, Token[] tokens, CellSeparator separator, List<TableRow> rows, INumberTrace? trace)
{
    /// <summary>A table has no more rows of headings.</summary>
    const int MostHeadRows = 4;

    readonly AxisReader axes = new(language, text, tokens);
    readonly List<TermHit> hits = [];
    readonly NumberStyle style = NumberStyles.Of(text, tokens);

    /// <summary>Adds the tables of the block, and the lines that they take up.</summary>
    public void Part(TableCell caption, List<Table> found, List<SourceSpan> taken)
    {
        for (var at = 0; at < rows.Count;)
        {
            if (!IsHead(rows[at]))
            {
                at = LeaveOutNumbers(at, taken) + 1;
                continue;
            }

            var head = HeadFrom(at);
            var first = at + head.Count;
            if (first < rows.Count && IsColumnNumbers(rows[first])) first++;
            var end = EndOfRows(first, head.Max(r => r.Cells.Length));
            if (end == first)
            {
                at = LeaveOutNumbers(at, taken) + 1;
                continue;
            }

            found.Add(new Table(tokens, style, CaptionOf(at, caption), head, rows[first..end]));
            taken.Add(new SourceSpan(rows[at].Line.Start, rows[end - 1].Line.End));
            at = end;
        }
    }

    /// <summary>Under <c>TT</c>, numbers count the rows, be the rows statistics or not.</summary>
    /// <returns>The last row whose number was left out; <paramref name="at"/> where the row there does not head any.</returns>
    int LeaveOutNumbers(int at, List<SourceSpan> taken)
    {
        if (rows[at].Cells[0].IsEmpty || !axes.Read([rows[at].Cells[0]], 0).Whole.HasAny(HeaderTag.ListNumber)) return at;
        while (at + 1 < rows.Count && rows[at + 1].Cells[0] is { IsEmpty: false } number && number.End - number.First <= 2 && CellShape.SmallNumber(text, tokens[number.First]) > 0)
        {
            taken.Add(new SourceSpan(tokens[number.First].Start, tokens[number.End - 1].End));
            trace?.Left(taken[^1], "the number of a row");
            at++;
        }

        return at;
    }

    /// <summary>The headings without cells just above, else what stands above the block.</summary>
    TableCell CaptionOf(int at, TableCell caption)
    {
        var first = at;
        while (first > 0 && at - first < 3 && rows[first - 1].Filled == 1) first--;
        return first == at ? caption : new TableCell(rows[first].Cells[0].First, rows[at].Cells[0].First);
    }

    List<TableRow> HeadFrom(int at)
    {
        var head = new List<TableRow> { rows[at] };
        for (var next = at + 1; next < rows.Count && head.Count < MostHeadRows && GoesOn(rows[next]); next++) head.Add(rows[next]);
        return head;
    }

    /// <summary>One past the last row of figures; <paramref name="first"/> where there is none.</summary>
    int EndOfRows(int first, int columns)
    {
        var end = first;
        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Cells.Length > columns + 1 || (separator == CellSeparator.Spaces && row.Cells.Length != columns && row.Filled > 1)) break;
            if (row.Filled == 1) continue;
            if (Opens(row) && IsHead(row)) break;
            if (HasFigure(row)) end = i + 1;
            else if (IsHead(row)) break;
        }

        return end;
    }

    /// <summary>Whether a row begins as heads do: <c>Chỉ tiêu</c>, <c>TT</c>.</summary>
    bool Opens(TableRow row) => !row.Cells[0].IsEmpty && axes.Read([row.Cells[0]], 0).Whole.HasAny(HeaderTag.Subject | HeaderTag.ListNumber);

    bool HasFigure(TableRow row)
    {
        for (var c = 1; c < row.Cells.Length; c++)
            if (CellShape.IsFigure(text, tokens, row.Cells[c])) return true;
        return false;
    }

    bool IsHead(TableRow row)
    {
        if (row.Filled < 2) return false;
        var (times, named, corner, counted) = (0, 0, row.Cells[0].IsEmpty, false);
        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            if (cell.End - cell.First > AxisReader.Longest) return false;
            var axis = axes.Read([cell], 0);
            if (axis.IsTime) times++;
            else if (CellShape.IsFigure(text, tokens, cell)) return false;
            corner |= axis.Whole.HasAny(HeaderTag.Subject | HeaderTag.ListNumber | HeaderTag.UnitName);
            counted = !axis.Has(HeaderTag.Ignored) && (axis.Measure is not null || axis.Has(HeaderTag.Counted | HeaderTag.Rank | HeaderTag.Score) || HasCue(cell));
            if (!counted) continue;
            named++;
            if (axis.Period is not null || axis.IsComparison) times++;
        }

        return times >= 2 || (corner && times + named >= 1);
    }

    /// <summary>Whether a row under the headings parts them further.</summary>
    bool GoesOn(TableRow row)
    {
        var parts = 0;
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var cell = row.Cells[c];
            if (cell.IsEmpty) continue;
            if (cell.End - cell.First > AxisReader.Longest) return false;
            var axis = axes.Read([cell], 0);
            if (!axis.IsTime && CellShape.IsFigure(text, tokens, cell)) return false;
            if (axis.IsTime || (c > 0 && row.Cells[0].IsEmpty && (axis.Measure is not null || axis.Has(HeaderTag.Counted) || HasCue(cell)))) parts++;
            else if (c == 0 || !row.Cells[0].IsEmpty) return false;
        }

        return parts > 0;
    }

    bool HasCue(TableCell cell)
    {
        hits.Clear();
        language.Cues.Hits(tokens, cell.First, cell.End, hits);
        return hits.Count > 0;
    }

    /// <summary><c>A | B | 1 | 2 | 3</c>: the columns counted.</summary>
    bool IsColumnNumbers(TableRow row)
    {
        var last = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            var i = cell.First;
            if (tokens[i].Is('(') && i + 1 < cell.End) i++;
            if (tokens[i].Kind == TokenKind.Number && CellShape.SmallNumber(text, tokens[i]) is var number && number == last + 1) last = number;
            else if (tokens[i].Kind != TokenKind.Word || tokens[i].End - tokens[i].Start > 1) return false;
        }

        return last > 1;
    }
}

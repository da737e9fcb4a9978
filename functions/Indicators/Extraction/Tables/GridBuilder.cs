using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Tells what each column of a table holds, and turns tables whose rows are periods.</summary>
sealed class GridBuilder(Language language, string written, char[] text, Table table, int year)
{
    /// <summary>So many rows tell what a column holds.</summary>
    const int Sample = 40;

    readonly Token[] tokens = table.Tokens;
    readonly AxisReader axes = new(language, text, table.Tokens);
    readonly RowLabelReader labels = new(language, written, text, table.Tokens);
    readonly MeasureReader measures = new(language, text, table.Tokens);

    /// <summary>The grid; null where no column holds figures whose meaning the headings give.</summary>
    public Grid? Build()
    {
        var heads = Enumerable.Range(0, table.Columns).Select(c => HeadOf(c)).ToArray();
        var columns = heads.Select(cells => axes.Read(cells, year)).ToArray();
        var (label, part, number, unit) = (-1, -1, -1, -1);
        var figures = new List<int>();
        for (var c = 0; c < columns.Length; c++)
        {
            var whole = columns[c].Whole;
            if (whole.HasAny(HeaderTag.ListNumber) && number < 0) number = c;
            else if (whole.HasAny(HeaderTag.UnitName) && unit < 0 && HoldsUnits(c)) unit = c;
            else if (!columns[c].Has(HeaderTag.Ignored) && label < 0 && (c == 0 || !HoldsFigures(c))) label = c;
            else if (c == label + 1 && Array.TrueForAll(heads[c], h => h.IsEmpty) && !HoldsFigures(c)) part = c;
            else if (!columns[c].Has(HeaderTag.Ignored | HeaderTag.Forecast) && IsStatistic(columns[c], heads[c])) figures.Add(c);
        }

        if (label < 0 || figures.Count == 0) return null;
        return IsTurned(columns, figures, label) ? Turned(columns, figures, label) : Upright(columns, figures, label, part, number, unit);
    }

    /// <summary>The headings over a column. An empty one above a filled one belongs to its neighbour on the left.</summary>
    TableCell[] HeadOf(int column)
    {
        var cells = new TableCell[table.Head.Count];
        for (var r = 0; r < cells.Length; r++)
        {
            var c = column;
            if (r + 1 < cells.Length && !table.Head[r + 1][column].IsEmpty)
                while (c > 0 && table.Head[r][c].IsEmpty) c--;
            cells[r] = table.Head[r][c];
        }

        return cells;
    }

    bool HoldsFigures(int column)
    {
        var (figures, filled) = (0, 0);
        foreach (var row in table.Rows.Take(Sample))
        {
            if (row[column].IsEmpty || row.Filled < 2) continue;
            filled++;
            if (CellShape.IsFigure(text, tokens, row[column]) || IsBlank(row[column])) figures++;
        }

        return figures * 2 >= filled && filled > 0;
    }

    bool HoldsUnits(int column)
    {
        var (units, filled) = (0, 0);
        foreach (var row in table.Rows.Take(Sample))
        {
            if (row[column].IsEmpty) continue;
            filled++;
            if (measures.Read(row[column].First, row[column].End, nouns: true) is not null) units++;
        }

        return units * 2 > filled;
    }

    /// <summary><c>-</c>, <c>x</c>, <c>…</c>: no figure was given.</summary>
    bool IsBlank(TableCell cell)
    {
        for (var i = cell.First; i < cell.End; i++)
            if (tokens[i].Kind != TokenKind.Mark && !(tokens[i].End - tokens[i].Start == 1 && text[tokens[i].Start] == 'x')) return false;
        return true;
    }

    bool IsStatistic(Axis axis, TableCell[] head) =>
        axis.IsTime || axis.IsComparison || axis.Period is not null || axis.Measure is not null || axis.Percent
        || axis.Has(HeaderTag.Counted | HeaderTag.Rank | HeaderTag.Plan | HeaderTag.Actual | HeaderTag.Estimated | HeaderTag.Score | HeaderTag.Total | HeaderTag.Share | HeaderTag.Plain)
        || Array.Exists(head, HasCue);

    bool HasCue(TableCell cell)
    {
        var hits = new List<TermHit>();
        language.Cues.Hits(tokens, cell.First, cell.End, hits);
        return hits.Count > 0;
    }

    /// <summary>Whether the rows are periods and the columns subjects.</summary>
    bool IsTurned(Axis[] columns, List<int> figures, int label)
    {
        if (figures.Exists(c => columns[c].IsTime || columns[c].Period is not null)) return false;
        var (times, rows) = (0, 0);
        foreach (var row in table.Rows.Take(Sample))
        {
            if (row[label].IsEmpty || row.Filled < 2) continue;
            rows++;
            if (axes.Read([row[label]], year).IsTime) times++;
        }

        return times * 2 > rows;
    }

    /// <param name="columns">What the headings say.</param>
    /// <param name="figures">The columns of figures.</param>
    /// <param name="label">The column of labels.</param>
    /// <param name="part">The column beside it, under the same heading, that parts what a label names; -1 for none.</param>
    /// <param name="number">The column of list numbers; -1 for none.</param>
    /// <param name="unit">The column of units; -1 for none.</param>
    Grid Upright(Axis[] columns, List<int> figures, int label, int part, int number, int unit)
    {
        var rows = new List<GridRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var cell = row[label];
            var measure = unit < 0 ? default : row[unit];
            if (part >= 0 && !row[part].IsEmpty)
            {
                if (!cell.IsEmpty) rows.Add(new GridRow(labels.Read(cell, default, measure), [.. figures.Select(_ => (default(TableCell), row.Line))]));
                rows.Add(new GridRow(labels.Read(row[part], default, measure) with { Level = RowLabel.Part }, [.. figures.Select(c => (row[c], row.Line))]));
                continue;
            }

            // A heading across the table may stand in its first column, that of numbers.
            if (cell.IsEmpty && row.Filled == 1) cell = row.Cells[0];
            if (cell.IsEmpty) continue;
            var numbered = number < 0 || row[label].IsEmpty ? default : row[number];
            rows.Add(new GridRow(labels.Read(cell, numbered, measure), [.. figures.Select(c => (row[c], row.Line))]));
        }

        return new Grid([.. figures.Select(c => columns[c])], rows);
    }

    Grid Turned(Axis[] columns, List<int> figures, int label)
    {
        var kept = table.Rows.Where(r => r.Filled > 1 && !r[label].IsEmpty).ToList();
        var rows = new List<GridRow>(figures.Count);
        foreach (var c in figures)
            rows.Add(new GridRow(new RowLabel(columns[c].Rest, columns[c].Measure ?? Hint(columns[c]), RowLabel.Plain), [.. kept.Select(r => (r[c], r.Line))]));
        return new Grid([.. kept.Select(r => axes.Read([r[label]], year))], rows);
    }

    static Measure? Hint(Axis axis) => axis.Percent ? new Measure(1, Unit.Percent) : axis.Has(HeaderTag.Rank) ? new Measure(1, Unit.Rank) : axis.Has(HeaderTag.Score) ? new Measure(1, Unit.Score) : null;
}

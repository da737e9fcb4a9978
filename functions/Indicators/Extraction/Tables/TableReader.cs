using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the statistics of tables.</summary>
/// <param name="language">The language data.</param>
/// <param name="text">The text in NFC.</param>
/// <param name="folded">The same, folded.</param>
/// <param name="province">The document's place, or null.</param>
/// <param name="period">The document's period, or null.</param>
sealed class TableReader(Language language, string text, char[] folded, string? province, Period? period)
{
    /// <summary>The observations of sentences and of tables, in the order of the text.</summary>
    public List<Observation> ReadAmong(List<Observation> observations, List<Table> tables)
    {
        foreach (var table in tables) Read(table, observations);
        return [.. observations.OrderBy(o => o.Sentence.Start)];
    }

    void Read(Table table, List<Observation> observations)
    {
        var caption = new CaptionReader(language, folded, table.Tokens).Read(table.Caption, period?.Year ?? 0);
        if (new GridBuilder(language, text, folded, table, (caption.Period ?? period)?.Year ?? 0).Build() is not { } grid) return;
        var columns = new ColumnReader(folded, table.Tokens, caption.Period, period).Read(grid);
        var figures = new FigureReader(language, folded, table.Tokens, table.Style);
        var read = grid.Rows.Select(row => row.Cells.Select(c => c.Cell.IsEmpty ? null : figures.Read(c.Cell)).ToArray()).ToList();
        foreach (var column in columns)
            if (column.Use == ColumnUse.Comparison) ComparisonStyle.Find(column, read);
        var rows = new RowReader(language, text, folded, table, caption, columns, province, period);
        for (var r = 0; r < read.Count; r++) rows.Read(grid.Rows[r], read[r], observations);
    }
}

using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the statistics of tables.</summary>
/// <param name="language">The language data.</param>
/// <param name="text">The text in NFC.</param>
/// <param name="tokenized">The same, folded, with the tokens around the tables.</param>
/// <param name="context">The document's place and period.</param>
/// <param name="trace">Notes what becomes of each number; null to read only.</param>
sealed class TableReader(Language language, string text, TokenizedText tokenized, DocumentContext context, INumberTrace? trace)
{
    readonly char[] folded = tokenized.Folded;
    readonly FigureHolder holders = new(language, text, tokenized, context.Province);

    /// <summary>Adds what the tables state to what the sentences do.</summary>
    public void Read(List<Table> tables, List<Observation> observations)
    {
        foreach (var table in tables)
        {
            var figures = new List<SourceSpan>();
            Read(table, observations, figures);
            if (trace is not null) TraceOthers(table, figures, trace);
        }
    }

    /// <summary>The other numbers of a table head its columns and rows, or nothing tells what they are.</summary>
    void TraceOthers(Table table, List<SourceSpan> figures, INumberTrace notes)
    {
        figures.Sort((a, b) => a.Start.CompareTo(b.Start));
        var next = 0;
        for (var i = FirstAt(table.Lines.Start, table.Tokens); i < table.Tokens.Length && table.Tokens[i].End <= table.Lines.End; i++)
        {
            var token = table.Tokens[i];
            if (!folded.AsSpan(token.Start..token.End).ContainsAnyInRange('0', '9')) continue;
            while (next < figures.Count && figures[next].End <= token.Start) next++;
            if (next == figures.Count || token.Start < figures[next].Start)
                notes.Left(new SourceSpan(token.Start, token.End), token.Start < table.Rows[0].Line.Start ? "part of the headings of a table" : "no figure of a table: a label, a list number, or nothing tells what it is");
        }
    }

    /// <summary>The first token at or behind a place of the text: several tables may share their tokens.</summary>
    static int FirstAt(int start, Token[] tokens)
    {
        var (first, end) = (0, tokens.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (tokens[middle].Start < start) first = middle + 1;
            else end = middle;
        }

        return first;
    }

    void Read(Table table, List<Observation> observations, List<SourceSpan> traced)
    {
        var period = context.Period;
        var caption = new CaptionReader(language, folded, table.Tokens).Read(table.Caption, period?.Year ?? 0);
        if (new GridBuilder(language, text, folded, table, (caption.Period ?? period)?.Year ?? 0).Build() is not { } grid) return;
        var columns = new ColumnReader(folded, table.Tokens, caption.Period, period).Read(grid);
        var figures = new FigureReader(language, folded, table.Tokens, table.Style);
        var read = grid.Rows.Select(row => row.Cells.Select(c => c.Cell.IsEmpty ? null : figures.Read(c.Cell)).ToArray()).ToList();
        foreach (var column in columns)
            if (column.Use == ColumnUse.Comparison) ComparisonStyle.Find(column, read);
        var rows = new RowReader(language, text, table, caption, columns, context, holders, trace);
        for (var r = 0; r < read.Count; r++) rows.Read(grid.Rows[r], read[r], observations);
        traced.AddRange(rows.Traced);
    }
}

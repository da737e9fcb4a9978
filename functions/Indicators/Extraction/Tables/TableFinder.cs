using System.Buffers;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Finds the tables of a text and takes their tokens out, so that no row is read as a sentence.</summary>
static class TableFinder
{
    /// <summary>A heading across a table, without cells, is not longer.</summary>
    const int LongestHeading = 120;

    /// <summary>How many lines above a table may be its caption.</summary>
    const int CaptionLines = 3;

    const int LongestCaption = 400;

    static readonly SearchValues<string> Separators = SearchValues.Create(["|", "\t", "   "], StringComparison.Ordinal);

    /// <summary>The tables, in order.</summary>
    /// <param name="language">The language data.</param>
    /// <param name="tokenized">The text; the tokens of tables are taken out of it.</param>
    /// <param name="trace">Notes what becomes of each number; null to read only.</param>
    public static List<Table> Take(Language language, TokenizedText tokenized, INumberTrace? trace)
    {
        var text = tokenized.FoldedSpan;
        // Most texts have no tables; two plain searches see that sooner than one for all separators.
        if (!text.ContainsAny('|', '\t') && text.IndexOf("   ", StringComparison.Ordinal) < 0) return [];
        var found = new List<Table>();
        var taken = new List<SourceSpan>();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Separators);
            if (next < 0) break;
            var line = TableLine.At(text, StartOfLine(text, at + next, at));
            at = line.Next;
            if (line.Separator == CellSeparator.None) continue;
            var lines = Block(text, line);
            at = lines[^1].Next;
            if (lines.Count > 1) Read(language, tokenized, lines, found, taken, trace);
        }

        tokenized.Keep(Without(tokenized.TokenSpan, taken));
        return found;
    }

    static int StartOfLine(ReadOnlySpan<char> text, int at, int least) => Math.Max(least, text[least..at].LastIndexOf('\n') + least + 1);

    /// <summary>The lines that may belong to one table: of one separator, with headings and single blank lines between them.</summary>
    static List<TableLine> Block(ReadOnlySpan<char> text, TableLine first)
    {
        var lines = new List<TableLine> { first };
        for (var at = first.Next; at < text.Length;)
        {
            var line = TableLine.At(text, at);
            if (line.IsBlank && line.Next < text.Length) line = TableLine.At(text, line.Next);
            if (line.IsBlank) break;
            if (line.Separator != first.Separator)
            {
                if (line.Separator != CellSeparator.None || line.Length > LongestHeading || line.Next == text.Length) break;
                if (TableLine.At(text, line.Next).Separator != first.Separator) break;
            }

            lines.Add(line);
            at = line.Next;
        }

        return lines;
    }

    static void Read(Language language, TokenizedText tokenized, List<TableLine> lines, List<Table> found, List<SourceSpan> taken, INumberTrace? trace)
    {
        var text = tokenized.Folded;
        var caption = CaptionStart(text, lines[0].Start);
        var all = tokenized.TokenSpan;
        var own = all[TokenAt(all, caption)..TokenAt(all, lines[^1].End)].ToArray();
        var body = TokenAt(own, lines[0].Start);
        var framed = lines.TrueForAll(l => l.Separator != CellSeparator.Bar || text[l.Start] == '|');
        var cutter = new RowCutter(text, own, framed);
        var rows = new List<TableRow>();
        foreach (var line in lines)
        {
            if (line.IsRule(text)) continue;
            if (cutter.Next(line) is not { } row) break;
            rows.Add(row);
        }

        new TableParter(language, text, own, lines[0].Separator, rows, trace).Part(new TableCell(0, body), found, taken);
    }

    static int CaptionStart(ReadOnlySpan<char> text, int start)
    {
        var caption = start;
        for (var lines = 0; lines < CaptionLines && start > 0;)
        {
            var end = start - 1;
            var least = Math.Max(0, end - LongestCaption);
            var line = text[least..end].LastIndexOf('\n');
            if (line < 0 && least > 0) break;
            start = line < 0 ? 0 : least + line + 1;
            var words = text[start..end].Trim();
            if (words.Length == 0) continue;
            if (words.Contains('|') || words[^1] is '.' or ';') break;
            caption = start;
            lines++;
        }

        return caption;
    }

    static int TokenAt(ReadOnlySpan<Token> tokens, int offset)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Moves the tokens together over those of tables.</summary>
    /// <returns>How many are left.</returns>
    static int Without(Span<Token> tokens, List<SourceSpan> taken)
    {
        if (taken.Count == 0) return tokens.Length;
        var (kept, span) = (0, 0);
        foreach (var token in tokens)
        {
            while (span < taken.Count && token.Start >= taken[span].End) span++;
            if (span == taken.Count || token.Start < taken[span].Start) tokens[kept++] = token;
        }

        return kept;
    }
}

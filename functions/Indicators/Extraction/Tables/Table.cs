using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A table as it stands in the text.</summary>
/// <param name="Tokens">The tokens of its caption and lines, with offsets into the text.</param>
/// <param name="Style">Which marks its numbers use.</param>
/// <param name="Caption">The lines above it that say what it is of.</param>
/// <param name="Head">The rows of headings, at least one.</param>
/// <param name="Rows">The rows of figures and of headings between them.</param>
sealed record Table(Token[] Tokens, NumberStyle Style, TableCell Caption, IReadOnlyList<TableRow> Head, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The lines of headings and rows.</summary>
    public SourceSpan Lines { get; } = new(Head[0].Line.Start, Rows[^1].Line.End);

    public int Columns { get; } = Head.Max(r => r.Cells.Length);
}

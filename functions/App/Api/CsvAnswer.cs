using System.Globalization;
using System.Text;

namespace ServerlessIct.App.Api;

/// <summary>Rows as CSV (RFC 4180): UTF-8, point decimals, cells that a spreadsheet would run made harmless.</summary>
public static class CsvAnswer
{
    /// <summary>Rows are sent in pieces of about this many characters.</summary>
    const int Piece = 32 * 1024;

    /// <summary>What a cell of a spreadsheet is run for; the wide forms count where East Asian input is set.</summary>
    const string Formulas = "=+-@\t\r\n＝＋－＠";

    /// <summary>The answer of rows at hand.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="mark">Whether to begin with the byte order mark that Excel wants.</param>
    /// <param name="file">The name under which a browser saves it.</param>
    public static Answer Of<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, bool mark, string file)
    {
        var text = Head(columns, mark);
        foreach (var row in rows) Append(text, columns.Select(c => Cell(c.Value(row))));
        return Named(Answers.Text(Encoding.UTF8.GetBytes(text.ToString()), MediaTypes.Csv), file);
    }

    /// <summary>The answer of rows that are sent as they come: never all of them are held.</summary>
    public static Answer Of<T>(IReadOnlyList<Column<T>> columns, Func<CancellationToken, IAsyncEnumerable<T>> rows, bool mark, string file) =>
        Named(
            Answers.Stream(MediaTypes.Csv, async (body, token) =>
            {
                var text = Head(columns, mark);
                await foreach (var row in rows(token))
                {
                    Append(text, columns.Select(c => Cell(c.Value(row))));
                    if (text.Length < Piece) continue;
                    await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), token);
                    text.Clear();
                }
                await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), token);
            }),
            file);

    /// <summary>A text that begins like a formula gets an apostrophe; a number is never one.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        string { Length: > 0 } text when Formulas.Contains(text[0], StringComparison.Ordinal) => "'" + text,
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    static StringBuilder Head<T>(IEnumerable<Column<T>> columns, bool mark)
    {
        var text = new StringBuilder();
        if (mark) text.Append('\uFEFF');
        Append(text, columns.Select(c => c.Name));
        return text;
    }

    static void Append(StringBuilder text, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) text.Append(cell);
            else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        text.Append("\r\n");
    }

    /// <summary>Has a browser save the answer under a name in ASCII.</summary>
    public static (string Name, string Value) Saved(string file) => ("Content-Disposition", $"attachment; filename=\"{file}\"");

    static Answer Named(Answer answer, string file) => answer with { Headers = [Saved(file)] };
}

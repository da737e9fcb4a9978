using CsvHelper;

namespace ServerlessIct.App.Api;

/// <summary>Rows as CSV (RFC 4180): UTF-8, point decimals, cells that a spreadsheet would run made harmless.</summary>
public static class CsvAnswer
{
    /// <summary>Rows are sent in pieces of about this many bytes.</summary>
    const int Piece = 64 * 1024;

    /// <summary>
    /// What a cell of a spreadsheet is run for; the wide forms count where East Asian input is set. CsvHelper's own escaping knows ASCII alone, and
    /// quotes what it escapes, which this answer never did.
    /// </summary>
    const string Formulas = "=+-@\t\r\n＝＋－＠";

    static readonly CsvWriterOptions Options = new() { NewLine = "\r\n", BufferSize = Piece };

    /// <summary>The answer of rows at hand.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="byteOrderMark">Whether to begin with the byte order mark that Excel wants.</param>
    /// <param name="file">The name under which a browser saves it.</param>
    public static Answer Of<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, bool byteOrderMark, string file)
    {
        using var bytes = new MemoryStream();
        using (var csv = Begin(bytes, columns, byteOrderMark))
        {
            foreach (var row in rows)
            {
                foreach (var column in columns) Write(csv, column.Value(row));
                csv.EndRecord();
            }
        }
        return Named(Answers.Text(bytes.ToArray(), MediaTypes.Csv), file);
    }

    /// <summary>The answer of rows that are sent as they come: never all of them are held.</summary>
    public static Answer Of<T>(IReadOnlyList<Column<T>> columns, Func<CancellationToken, IAsyncEnumerable<T>> rows, bool byteOrderMark, string file) =>
        Named(
            Answers.Stream(MediaTypes.Csv, async (body, token) =>
            {
                await using var csv = Begin(body, columns, byteOrderMark);
                await foreach (var row in rows(token))
                {
                    foreach (var column in columns) Write(csv, column.Value(row));
                    await csv.EndRecordAsync(token);
                }
            }),
            file);

    /// <summary>Has a browser save the answer under a name in ASCII.</summary>
    public static (string Name, string Value) Saved(string file) => ("Content-Disposition", $"attachment; filename=\"{file}\"");

    static CsvWriter Begin<T>(Stream body, IEnumerable<Column<T>> columns, bool byteOrderMark)
    {
        var csv = CsvWriter.Create(body, Options with { WriteByteOrderMark = byteOrderMark }, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Name);
        csv.EndRecord();
        return csv;
    }

    /// <summary>A text that begins like a formula gets an apostrophe; a number is never one.</summary>
    static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case string { Length: > 0 } text when Formulas.Contains(text[0], StringComparison.Ordinal):
                csv.WriteField("'" + text);
                break;
            case null or string:
                csv.WriteField((string?)value);
                break;
            case int or long or decimal:
                csv.WriteField(value);
                break;
            default:
                throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    static Answer Named(Answer answer, string file) => answer with { Headers = [Saved(file)] };
}

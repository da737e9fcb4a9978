using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.App.Api;

/// <summary>Rows as CSV (RFC 4180): UTF-8, point decimals, cells that a spreadsheet would run made harmless.</summary>
public static class CsvAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">Cells: text, numbers or null, as many as there are columns.</param>
    /// <param name="mark">Whether to begin with the byte order mark that Excel wants.</param>
    public static async Task<IResult> Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, bool mark)
    {
        using var bytes = new MemoryStream();
        await using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { WriteByteOrderMark = mark }, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows) csv.WriteRecord([.. row.Select(Cell)]);
        }
        return Results.Bytes(bytes.ToArray(), "text/csv; charset=utf-8", "data.csv");
    }

    /// <summary>A text that begins like a formula gets an apostrophe; a number is never one.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        string { Length: > 0 } text when text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' => "'" + text,
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
    };
}

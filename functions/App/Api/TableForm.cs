using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>
/// How a table was asked for: as JSON with the members wanted, or as CSV with the columns wanted. It is read before the rows are, so that
/// what cannot be given is refused before the storage is asked.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class TableForm<T>
{
    readonly string file;
    readonly bool byteOrderMark;
    readonly IReadOnlyList<Column<T>>? columns;
    readonly JsonSerializerOptions json;

    TableForm(string file, bool byteOrderMark, IReadOnlyList<Column<T>>? columns, JsonSerializerOptions json) =>
        (this.file, this.byteOrderMark, this.columns, this.json) = (file, byteOrderMark, columns, json);

    /// <summary>Reads <c>format</c> or Accept, <c>bom</c> and <c>fields</c>.</summary>
    /// <typeparam name="TMember">The record of the JSON answer whose members <c>fields</c> names.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="columns">All columns of the table.</param>
    /// <param name="file">The name under which CSV is saved.</param>
    /// <param name="others">Members of the answer around the records, which stay.</param>
    /// <exception cref="ParameterException">A format that is not offered, or a field that is not there.</exception>
    public static TableForm<T> Of<TMember>(HttpRequest request, Parameters parameters, IReadOnlyList<Column<T>> columns, string file, params ReadOnlySpan<string> others)
    {
        var isCsv = Formats.Choose(request, parameters, Formats.Json, Formats.Csv) == Formats.Csv;
        return new TableForm<T>(
            file,
            parameters.IsOn("bom"),
            isCsv ? FieldSelection.Columns(parameters, columns) : null,
            isCsv ? StoredJson.Options : FieldSelection.Json<TMember>(parameters, others));
    }

    /// <summary>The answer in that form.</summary>
    /// <typeparam name="TAnswer">The JSON answer.</typeparam>
    /// <param name="rows">The rows of the CSV answer.</param>
    /// <param name="answer">Makes the JSON answer, where that is wanted.</param>
    public Answer Answer<TAnswer>(IEnumerable<T> rows, Func<TAnswer> answer) =>
        columns is null ? Answers.Json(answer(), json) : CsvAnswer.Of(columns, rows, byteOrderMark, file);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading, in lower case with underscores.</param>
/// <param name="Value">The cell of a row: text, a number or null.</param>
public sealed record Column<T>(string Name, Func<T, object?> Value);

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Api;

/// <summary>The series.</summary>
public sealed class GetData(ApiGate gate, SeriesTable series, Provenance provenance)
{
    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<(SeriesAnswer Series, PointAnswer Point)>> Columns =
    [
        new("province", r => r.Series.Province),
        new("province_name", r => ProvinceNames.Of(r.Series.Province)),
        new("indicator", r => r.Series.Indicator),
        new("indicator_name", r => IndicatorCatalogue.Default.Find(r.Series.Indicator)?.NameVi),
        new("period", r => r.Point.Period.ToString()),
        new("kind", r => Words.Of(r.Series.Kind)),
        new("value", r => r.Point.Value),
        new("unit", r => (r.Point.Unit ?? r.Series.Unit)?.Code),
        new("status", r => r.Point.Status.ToString()),
        new("qualifier", r => Words.Of(r.Point.Qualifier)),
        new("total", r => r.Point.Total),
        new("rank", r => r.Point.Rank),
        new("ranked_among", r => r.Point.RankedAmong),
        new("verdict", r => Words.Of(r.Point.Verdict)),
        new("document", r => r.Point.Document),
        new("notes", r => string.Join(' ', r.Point.Notes)),
        new("plan", r => r.Point.Plan),
        new("attainment", r => r.Point.Attainment),
        new("why", r => Words.Of(r.Point.Why)),
        new("break", r => r.Point.Break is true ? "break" : null),
        new("correction", r => r.Point.Correction?.Id),
        new("alternatives", r => r.Point.Alternatives),
    ];

    /// <summary>The columns of the table that <c>provenance=true</c> adds.</summary>
    internal static readonly IReadOnlyList<Column<(SeriesAnswer Series, PointAnswer Point)>> SourceColumns =
    [
        new("document_name", r => r.Point.Source?.Name),
        new("sentence", r => r.Point.Source?.Sentence.Text),
    ];

    /// <summary><c>GET data</c>: JSON, CSV or JSON-stat, by <c>format</c> or Accept.</summary>
    [Function(nameof(GetData))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "data")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            SeriesOperations.Data,
            parameters => AnswerAsync(parameters, Formats.Choose(request, parameters, Formats.Json, Formats.Csv, Formats.JsonStat), request, cancellationToken),
            cancellationToken);

    /// <summary><c>GET data.csv</c>.</summary>
    [Function(nameof(GetData) + "Csv")]
    public Task<IResult> RunCsv(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "data.csv")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, SeriesOperations.DataCsv, parameters => AnswerAsync(parameters, Formats.Csv, request, cancellationToken), cancellationToken);

    async Task<Answer> AnswerAsync(Parameters parameters, string format, HttpRequest request, CancellationToken cancellationToken)
    {
        var question = SeriesQuestion.From(parameters);
        var withSources = parameters.IsOn("provenance");
        var byteOrderMark = parameters.IsOn("bom");
        // Before anything is read: a field that does not exist costs nothing.
        var columns = format == Formats.Csv ? FieldSelection.Columns(parameters, withSources ? [.. Columns, .. SourceColumns] : Columns) : [];
        var json = format == Formats.Json ? FieldSelection.Json<PointAnswer>(parameters, "province", "indicator", "kind") : StoredJson.Options;
        if (format == Formats.JsonStat && parameters.Text("fields") is { } fields) throw new ParameterException("fields", fields, "nothing with format=json-stat: a cube has no fields");
        var points = await question.AnswerAsync(series, cancellationToken);
        var answer = SeriesAnswer.From(question, points, withSources ? await provenance.OfAsync(points, cancellationToken) : null);
        return format switch
        {
            Formats.Csv => CsvAnswer.Of(columns, answer.SelectMany(s => s.Points.Select(p => (s, p))), byteOrderMark, "data.csv"),
            Formats.JsonStat => JsonStatAnswer.Of(answer, "Figures from reports of the provinces of Viet Nam", Formats.JsonStatType(request)),
            _ => Answers.Json(new DataAnswer(answer), json),
        };
    }
}

/// <summary>The answer of <c>GET data</c>.</summary>
/// <param name="Series">Ordered by province, indicator and kind.</param>
public sealed record DataAnswer(IReadOnlyList<SeriesAnswer> Series);

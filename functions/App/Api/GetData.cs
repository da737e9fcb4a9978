using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>The series.</summary>
public sealed class GetData(SeriesTable series)
{
    static readonly IReadOnlyList<string> Columns =
    [
        "province", "province_name", "indicator", "indicator_name", "period", "kind", "value", "unit", "qualifier", "total",
        "rank", "ranked_among", "verdict", "document",
        "plan", "attainment", "why", "break", "correction",
    ];

    /// <summary><c>GET data</c>: JSON, or CSV by <c>format</c> or Accept.</summary>
    [Function(nameof(GetData))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "data")] HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, csv: false, cancellationToken);

    /// <summary><c>GET data.csv</c>.</summary>
    [Function(nameof(GetData) + "Csv")]
    public Task<IResult> RunCsv(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "data.csv")] HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, csv: true, cancellationToken);

    Task<IResult> AnswerAsync(HttpRequest request, bool csv, CancellationToken cancellationToken) => Answers.Of(async () =>
    {
        var parameters = new Parameters(request.Query, "province", "indicator", "year", "kind", "format", "bom");
        var question = SeriesQuestion.From(parameters);
        var format = parameters.Word("format", "json", "csv") ?? (csv || Prefers(request, "text/csv") ? "csv" : "json");
        var mark = parameters.Word("bom", "true", "false") == "true";
        if (question.Cells > SeriesQuestion.MostCells)
            return Answers.Problem(StatusCodes.Status413PayloadTooLarge, "Too much is asked for at once",
                "Ask for fewer provinces, indicators or years.", new() { ["asked"] = question.Cells, ["allowed"] = SeriesQuestion.MostCells });
        var answer = SeriesAnswer.From(question, await question.AnswerAsync(series, cancellationToken));
        return format == "csv" ? await CsvAnswer.Of(Columns, Rows(answer), mark) : Answers.Json(new { series = answer });
    });

    static bool Prefers(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) == true;

    static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<SeriesAnswer> answer) =>
        answer.SelectMany(s => s.Points.Select(p => (IReadOnlyList<object?>)
        [
            s.Province, Gazetteer.Default.FindBefore2025(s.Province)?.NameVi ?? "Việt Nam",
            s.Indicator, IndicatorCatalogue.Default.Find(s.Indicator)?.NameVi,
            p.Period.ToString(), Lower(s.Kind), p.Value, s.Unit?.Code, Lower(p.Qualifier), p.Total,
            p.Rank, p.RankedAmong, Lower(p.Verdict), p.Document,
            p.Plan, p.Attainment, Lower(p.Why), p.Break is true ? "break" : null, p.Correction?.Id,
        ]));

    static string? Lower<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant();

    static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

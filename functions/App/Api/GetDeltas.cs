using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The changes.</summary>
public sealed class GetDeltas(SeriesTable series)
{
    /// <summary><c>GET deltas</c>: against the previous year; with <c>basis=all</c> also against other periods and the plan.</summary>
    [Function(nameof(GetDeltas))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "deltas")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "province", "indicator", "year", "kind", "verdict", "basis");
            var question = SeriesQuestion.From(parameters);
            var verdict = parameters.Choice<Verdict>("verdict");
            var all = parameters.Word("basis", "previous", "all") == "all";
            var points = await question.AnswerAsync(series, cancellationToken);
            var deltas = points.SelectMany(p => DeltaAnswer.Of(p, all)).Where(d => verdict is null || d.Verdict == verdict);
            return Answers.Json(new { deltas = deltas.ToList() });
        });
}

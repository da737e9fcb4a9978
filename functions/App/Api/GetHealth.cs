using System.Text.Json.Serialization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Whether the app works.</summary>
public sealed partial class GetHealth(ApiGate gate, DirtySeriesTable dirtySeries, ILogger<GetHealth> log)
{
    /// <summary>Marks are counted up to this; more is shown as this many.</summary>
    const int MostCounted = 1_000;

    /// <summary>A storage that takes longer does not answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>GET health/live</c>: 200 where the process answers at all.</summary>
    [Function("GetLiveness")]
    public Task<IResult> Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "health/live")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, CatalogueOperations.Live, _ => Task.FromResult(Answers.Json(new HealthAnswer("ok"))), cancellationToken);

    /// <summary><c>GET health</c>: whether requests can be answered: 200 where the storage answers, else 503; <c>attention</c> where a correction no longer meets its source (GET quality says which).</summary>
    [Function(nameof(GetHealth))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "health")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, CatalogueOperations.Health, _ => ReadyAsync(cancellationToken), cancellationToken);

    async Task<Answer> ReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var state = await dirtySeries.StateAsync(limit.Token);
            var waiting = 0;
            await foreach (var _ in dirtySeries.AllAsync(limit.Token))
                if (++waiting == MostCounted) break;
            return Answers.Json(new HealthAnswer(state.FailedCorrections == 0 ? "ok" : "attention")
            {
                Storage = "reachable", LastAggregation = state.Ended, SeriesWaiting = waiting, FailedCorrections = state.FailedCorrections,
            });
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnreachable(e);
            return Answers.Json(new HealthAnswer("unavailable") { Storage = "unreachable" }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The storage does not answer.")]
    partial void LogUnreachable(Exception fault);
}

/// <summary>How the app is.</summary>
/// <param name="Status"><c>ok</c>; <c>attention</c> where a correction no longer meets its source; <c>unavailable</c> where the storage does not answer.</param>
public sealed record HealthAnswer(string Status)
{
    /// <summary>Whether the storage is <c>reachable</c> or <c>unreachable</c>; absent where it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Storage { get; init; }

    /// <summary>When the series were last brought in line with the observations, in UTC; null where that was not asked or never done.</summary>
    public DateTimeOffset? LastAggregation { get; init; }

    /// <summary>How many series wait to be built anew, from 0; 1,000 stands for 1,000 or more.</summary>
    public int? SeriesWaiting { get; init; }

    /// <summary>How many corrections no longer meet their source, from 0.</summary>
    public int? FailedCorrections { get; init; }
}

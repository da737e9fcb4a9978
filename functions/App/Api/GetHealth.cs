using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Whether the app works.</summary>
public sealed partial class GetHealth(WorkTable work, ILogger<GetHealth> log)
{
    /// <summary>Marks are counted up to this; more is shown as this many.</summary>
    const int MostCounted = 1_000;

    /// <summary><c>GET health</c>: 200 where the storage answers, else 503; <c>attention</c> where a correction no longer meets its source (GET quality says which).</summary>
    [Function(nameof(GetHealth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Prefix + "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var state = await work.StateAsync(cancellationToken);
            var waiting = 0;
            await foreach (var _ in work.AllAsync(cancellationToken))
                if (++waiting == MostCounted) break;
            return Answers.Json(new
            {
                status = state.FailedCorrections == 0 ? "ok" : "attention",
                storage = "reachable",
                lastAggregation = state.Ended,
                seriesWaiting = waiting,
                failedCorrections = state.FailedCorrections,
            });
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            LogUnreachable(e);
            return Answers.Json(new { status = "unavailable", storage = "unreachable" }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The storage does not answer.")]
    partial void LogUnreachable(Exception fault);
}

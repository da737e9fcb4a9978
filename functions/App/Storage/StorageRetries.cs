using Azure;
using Polly;
using Polly.Retry;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Storage;

/// <summary>Repeats a unit of work that lost a race or met a busy service, with growing, scattered pauses.</summary>
public static class StorageRetries
{
    /// <summary>How often a unit of work is begun again.</summary>
    public const int MostRetries = 8;

    /// <summary>The pause before the first repetition; each further one is twice as long, and all are scattered.</summary>
    public static TimeSpan FirstPause { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause.</summary>
    public static TimeSpan LongestPause { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The pipeline for a unit of work that reads its own preconditions again each time.</summary>
    /// <param name="time">The clock of the pauses.</param>
    /// <param name="measurements">Counts the repetitions.</param>
    public static ResiliencePipeline Pipeline(TimeProvider time, Measurements measurements) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<RequestFailedException>(IsWorthRepeating),
            MaxRetryAttempts = MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            OnRetry = attempt =>
            {
                measurements.Repeated((attempt.Outcome.Exception as RequestFailedException)?.Status ?? 0);
                return default;
            },
        })
        .Build();

    /// <summary>Whether the work may succeed when it is done again: a lost race, or a busy service (408, 429, 500, 503).</summary>
    public static bool IsWorthRepeating(RequestFailedException fault) => IsLostRace(fault) || fault.Status is 408 or 429 or 500 or 503;

    /// <summary>
    /// Whether somebody else was faster: 409 where he has made what was to be made, 412 where he has changed, 404 where he has removed what was
    /// read before. A table or container that is missing as a whole is no race.
    /// </summary>
    public static bool IsLostRace(RequestFailedException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Status is 409 or 412 || (fault.Status == 404 && fault.ErrorCode is not ("TableNotFound" or "ContainerNotFound"));
    }
}

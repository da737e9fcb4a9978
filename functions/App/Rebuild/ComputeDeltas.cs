using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Rebuild;

/// <summary>Runs every night (the setting <c>DeltaSchedule</c>).</summary>
public sealed class ComputeDeltas(SeriesRebuilder rebuilder, Measurements measurements)
{
    /// <summary>Brings series, deltas, verdicts and ranks in line with the observations.</summary>
    [Function(nameof(ComputeDeltas))]
    public async Task Run([TimerTrigger("%DeltaSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        using var trace = DocumentTrace.Step("aggregate");
        var succeeded = false;
        try
        {
            await rebuilder.RunAsync(cancellationToken);
            succeeded = true;
        }
        finally
        {
            measurements.Aggregated(succeeded);
        }
    }
}

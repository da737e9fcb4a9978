using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.App.Aggregate;

/// <summary>Runs every night (the setting <c>DeltaSchedule</c>).</summary>
public sealed class ComputeDeltas(SeriesRebuild rebuild)
{
    /// <summary>Brings series, deltas, verdicts and ranks in line with the observations.</summary>
    [Function(nameof(ComputeDeltas))]
    public Task Run([TimerTrigger("%DeltaSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => rebuild.RunAsync(cancellationToken);
}

using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.App.Rebuild;

/// <summary>Runs once a month (the setting <c>RebuildSchedule</c>), and by hand: <c>POST /admin/functions/RebuildSeries</c>.</summary>
public sealed class RebuildSeries(SeriesRebuilder rebuild)
{
    /// <summary>Builds every series from the observations; where nothing was lost or damaged, nothing is written.</summary>
    [Function(nameof(RebuildSeries))]
    public Task Run([TimerTrigger("%RebuildSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => rebuild.RunAllAsync(cancellationToken);
}

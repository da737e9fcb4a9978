using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Rebuild;

/// <summary>Runs once a month (the setting <c>RebuildSchedule</c>), and by hand: <c>POST /admin/functions/RebuildSeries</c>.</summary>
public sealed class RebuildSeries(SeriesRebuilder rebuilder)
{
    /// <summary>Builds every series from the observations; where nothing was lost or damaged, nothing is written.</summary>
    [Function(nameof(RebuildSeries))]
    public Task Run([TimerTrigger("%RebuildSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => rebuilder.RunAllAsync(cancellationToken);
}

/// <summary>Runs when a full rebuild stopped in order because its time was up.</summary>
public sealed class ContinueRebuild(SeriesRebuilder rebuilder)
{
    /// <summary>Goes on with it; where none is under way any more, nothing happens.</summary>
    [Function(nameof(ContinueRebuild))]
    public Task Run([QueueTrigger(StorageNames.ContinueRebuild, Connection = StorageNames.Connection)] string message, CancellationToken cancellationToken) =>
        rebuilder.ContinueAsync(cancellationToken);
}

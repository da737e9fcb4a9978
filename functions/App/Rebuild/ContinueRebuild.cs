using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Rebuild;

/// <summary>Runs when a full rebuild stopped in order because its time was up.</summary>
public sealed class ContinueRebuild(SeriesRebuilder rebuild)
{
    /// <summary>Goes on with it; where none is under way any more, nothing happens.</summary>
    [Function(nameof(ContinueRebuild))]
    public Task Run([QueueTrigger(StorageNames.ContinueRebuild, Connection = StorageNames.Connection)] string message, CancellationToken cancellationToken) =>
        rebuild.ContinueAsync(cancellationToken);
}

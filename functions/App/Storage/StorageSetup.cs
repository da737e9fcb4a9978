using Microsoft.Extensions.Hosting;

namespace ServerlessIct.App.Storage;

/// <summary>Creates the containers, tables and queues that are missing when the app starts.</summary>
public sealed class StorageSetup(StorageClients storage) : IHostedService
{
    /// <summary>The tables of the app.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [StorageNames.Documents, StorageNames.DocumentIssues, StorageNames.Observations, StorageNames.Series, StorageNames.DirtySeries, StorageNames.Corrections];

    /// <summary>The queues of the app.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [StorageNames.PoisonQueue, StorageNames.ReprocessAll, StorageNames.Reprocess, StorageNames.ReprocessPoison, StorageNames.Restore, StorageNames.ContinueRebuild];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var container in (string[])[StorageNames.Articles, StorageNames.Texts, StorageNames.Rejected, StorageNames.Backups])
            await storage.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var table in Tables)
            await storage.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        foreach (var queue in Queues)
            await storage.Queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

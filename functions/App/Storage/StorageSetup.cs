using Microsoft.Extensions.Hosting;

namespace ServerlessIct.App.Storage;

/// <summary>Creates the containers and tables that are missing when the app starts.</summary>
public sealed class StorageSetup(StorageClients storage) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var container in (string[])[StorageNames.Articles, StorageNames.Texts, StorageNames.Rejected])
            await storage.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var table in (string[])[StorageNames.Documents, StorageNames.Observations, StorageNames.Series, StorageNames.Work, StorageNames.Corrections])
            await storage.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

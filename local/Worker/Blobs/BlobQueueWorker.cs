using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Storage;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>Runs the function that a message of the blob queue is for, with the blob as it is now.</summary>
sealed class BlobQueueWorker(FunctionCatalog functions, FunctionRunner runner, StorageConnections storage, ILogger log)
{
    /// <summary>Ends normally where there is nothing to do: the blob is gone, or the function is.</summary>
    public async Task RunAsync(QueueMessage queued, CancellationToken cancellation)
    {
        if (BlobMessage.Of(queued.Body) is not { } message)
        {
            log.LogWarning("A message of the blob queue is not a blob's and is dropped");
            return;
        }

        if (!functions.TryFind(message.FunctionId, out var function) || function.Trigger is not BlobTrigger trigger)
        {
            log.LogWarning("A blob was queued for {Function}, which is not a blob function of this application; it is dropped", message.FunctionId);
            return;
        }

        var blob = storage.Blobs(trigger.Connection).GetBlobContainerClient(message.ContainerName).GetBlobClient(message.BlobName);
        BlobProperties properties;
        try
        {
            properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 404)
        {
            log.LogDebug("A queued blob is gone and is dropped");
            return;
        }

        // Where the container is looked through, the new version has or gets a message of its own. Events may be late or double: there
        // the function runs with what is there now, as in the real host.
        if (trigger.Source is BlobTriggerSource.LogsAndContainerScan && properties.ETag.ToString().Trim('"') != message.ETag.Trim('"'))
            return;
        await runner.RunAsync(function, trigger.EventFor(blob, properties), cancellation);
    }
}

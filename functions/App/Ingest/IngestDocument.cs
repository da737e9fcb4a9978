using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Ingest;

/// <summary>Runs when a document was put into the container.</summary>
public sealed class IngestDocument(DocumentIngestor ingestor)
{
    /// <summary>The event says that something happened to the blob; what counts is the blob as it is now.</summary>
    [Function(nameof(IngestDocument))]
    public Task Run(
        [BlobTrigger(StorageNames.Articles + "/{name}", Connection = StorageNames.Connection, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellationToken) =>
        ingestor.IngestAsync(blob.Name, cancellationToken);
}

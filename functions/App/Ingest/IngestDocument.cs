using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
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

/// <summary>Runs when the host has given up a document: its manifest then says so.</summary>
public sealed partial class RecordPoisonedDocument(DocumentIngestor ingestor, ILogger<RecordPoisonedDocument> log)
{
    const string Reason = "Reading or storing this document failed too often, and it was given up. " +
        "The log of the function IngestDocument has the cause; upload the document again to try once more.";

    /// <summary>The queue is shared by all containers of the account; only documents are dealt with.</summary>
    [Function(nameof(RecordPoisonedDocument))]
    public async Task Run([QueueTrigger(StorageNames.PoisonQueue, Connection = StorageNames.Connection)] string message, CancellationToken cancellationToken)
    {
        if (NameIn(message) is { } name) await ingestor.RecordFailureAsync(name, Reason, givenUpAt: null, cancellationToken);
        else LogForeign();
    }

    internal static string? NameIn(string message)
    {
        try
        {
            var poisoned = JsonSerializer.Deserialize<PoisonedBlob>(message);
            return poisoned is { ContainerName: StorageNames.Articles, BlobName.Length: > 0 } ? poisoned.BlobName : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record PoisonedBlob(string? ContainerName, string? BlobName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message in the poison queue does not name a document; it is dropped.")]
    partial void LogForeign();
}

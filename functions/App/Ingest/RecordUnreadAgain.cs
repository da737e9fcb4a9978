using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Ingest;

/// <summary>Runs when the host has given up reading a document again: its manifest then says so.</summary>
public sealed class RecordUnreadAgain(DocumentIngestor ingestor)
{
    const string Reason = "Reading this document again failed too often, and it was given up; what is stored of it may be of an earlier reading. " +
        "The log of the function ReprocessDocument has the cause; ask for it again, or upload the document, to try once more.";

    /// <summary>The message is the one of <c>ReprocessDocument</c>: the name of a document.</summary>
    [Function(nameof(RecordUnreadAgain))]
    public Task Run([QueueTrigger(StorageNames.ReprocessPoison, Connection = StorageNames.Connection)] QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ingestor.RecordFailureAsync(message.Body.ToString(), Reason, message.InsertedOn, cancellationToken);
    }
}

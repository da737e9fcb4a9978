using System.Text;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Ingest;

/// <summary>Reads documents again whose blobs have not changed: after a better extractor, or where tables were lost.</summary>
public sealed partial class ReprocessDocuments(StorageClients storage, DocumentBlobs blobs, DocumentIngestor ingestor, ILogger<ReprocessDocuments> log)
{
    /// <summary>Puts every document whose name begins as the message says into the queue of <see cref="Again"/>; an empty message means all.</summary>
    /// <remarks>Run it by <c>POST /admin/functions/ReprocessDocuments</c> with <c>{"input": "soc-trang/"}</c>. Twice is harmless.</remarks>
    [Function(nameof(ReprocessDocuments))]
    public async Task Run([QueueTrigger(StorageNames.ReprocessAll, Connection = StorageNames.Connection)] string prefix, CancellationToken cancellationToken)
    {
        var queue = storage.Queues.GetQueueClient(StorageNames.Reprocess);
        var count = 0;
        await foreach (var (name, _, _) in blobs.ListAsync(cancellationToken))
        {
            if (!name.StartsWith(prefix.Trim(), StringComparison.Ordinal)) continue;
            // The form in which the host expects messages.
            await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(name)), cancellationToken);
            count++;
        }
        LogQueued(count);
    }

    /// <summary>Reads one document again; as many at a time as the plan allows.</summary>
    [Function("ReprocessDocument")]
    public Task Again([QueueTrigger(StorageNames.Reprocess, Connection = StorageNames.Connection)] string name, CancellationToken cancellationToken) =>
        ingestor.IngestAgainAsync(name, cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} documents wait to be read again.")]
    partial void LogQueued(int count);
}

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

using System.Text;
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

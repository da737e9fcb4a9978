using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Queues;
using ServerlessIct.Local.Worker.Storage;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>All blob triggers of the application: a scan for each, one queue for all, and the events of the webhook.</summary>
sealed class BlobListener : ListenerService
{
    const string PoisonQueue = "webjobs-blobtrigger-poison";

    readonly Dictionary<string, BlobArrivals> _arrivals;
    readonly List<BlobScan> _scans = [];
    readonly QueueClient _queue;
    readonly QueueListener _listener;

    public BlobListener(
        FunctionCatalog functions, FunctionRunner runner, StorageConnections storage, QueueSignals signals, HostFile hostFile,
        LocalSettings local, TimeProvider clock, IHostApplicationLifetime lifetime, ILoggerFactory loggers)
        : base(lifetime)
    {
        var log = loggers.CreateLogger("Host.Blobs");
        _queue = storage.Queues(null).GetQueueClient($"azure-webjobs-blobtrigger-{local.HostId}");
        var hosts = storage.Blobs(null).GetBlobContainerClient(HostStorage.Container);
        _arrivals = functions.With<BlobTrigger>().ToDictionary(
            f => f.Function.Id,
            f => new BlobArrivals(f.Function, f.Trigger, new BlobReceipts(hosts, local.HostId, f.Function.Id), _queue, () => signals.Wake(_queue)),
            StringComparer.OrdinalIgnoreCase);
        foreach (var arrivals in _arrivals.Values)
        {
            var container = storage.Blobs(arrivals.Trigger.Connection).GetBlobContainerClient(arrivals.Trigger.Path.Container);
            _scans.Add(new BlobScan(container, arrivals, local.BlobScanInterval, clock, log));
        }

        var worker = new BlobQueueWorker(functions, runner, storage, log);
        var limits = QueueLimits.AtATime(hostFile.BlobParallelism) with
        {
            MaxDequeueCount = hostFile.PoisonBlobThreshold,
            Visibility = local.MessageVisibility,
            RetryDelay = local.BlobRetryDelay,
            MaxPollingInterval = hostFile.MaxPollingInterval,
        };
        _listener = new QueueListener(_queue, message => PoisonQueueOf(storage, message), limits, worker.RunAsync, signals, clock, log);
    }

    /// <summary>Queues the blobs of events for a function; false where it is not a blob function.</summary>
    public async Task<bool> TakeEventsAsync(string functionId, BlobEvents events, CancellationToken cancellation)
    {
        if (!_arrivals.TryGetValue(functionId, out var arrivals))
            return false;
        if (events.CreatedBlobs.Count > 0)
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var blob in events.CreatedBlobs)
            await arrivals.QueueAsync(blob.Container, blob.BlobName, blob.BlobType, blob.ETag, cancellation);
        return true;
    }

    protected override IEnumerable<Func<CancellationToken, Task>> Loops() =>
        [ListenAsync, .. _scans.Select(scan => (Func<CancellationToken, Task>)(stopping => ScanAsync(scan, stopping)))];

    Task ListenAsync(CancellationToken stopping) => _listener.RunAsync(stopping);

    async Task ScanAsync(BlobScan scan, CancellationToken stopping)
    {
        await _listener.QueueIsThereAsync(stopping);
        await scan.RunAsync(stopping);
    }

    /// <summary>The poison queue is in the account of the blob, as in the real host.</summary>
    QueueClient PoisonQueueOf(StorageConnections storage, QueueMessage message)
    {
        var connection = BlobMessage.Of(message.Body) is { } blob && _arrivals.TryGetValue(blob.FunctionId, out var arrivals)
            ? arrivals.Trigger.Connection
            : null;
        return storage.Queues(connection).GetQueueClient(PoisonQueue);
    }
}

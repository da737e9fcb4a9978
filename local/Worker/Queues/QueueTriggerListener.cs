using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Storage;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>All queue triggers of the application.</summary>
sealed class QueueTriggerListener(
    FunctionCatalog functions, FunctionRunner runner, StorageConnections storage, QueueSignals signals, HostFile hostFile,
    LocalSettings local, TimeProvider clock, IHostApplicationLifetime lifetime, ILoggerFactory loggers)
    : ListenerService(lifetime)
{
    readonly ILogger _log = loggers.CreateLogger("Host.Queues");

    protected override IEnumerable<Func<CancellationToken, Task>> Loops() =>
        functions.With<QueueTrigger>().Select(f => (Func<CancellationToken, Task>)ListenerOf(f.Function, f.Trigger).RunAsync);

    QueueListener ListenerOf(FunctionDescriptor function, QueueTrigger trigger)
    {
        var limits = QueueLimits.Batches(hostFile.QueueBatchSize, hostFile.QueueNewBatchThreshold) with
        {
            MaxDequeueCount = hostFile.MaxDequeueCount,
            Visibility = local.MessageVisibility,
            RetryDelay = hostFile.QueueRetryDelay,
            MaxPollingInterval = hostFile.MaxPollingInterval,
        };
        var raw = storage.RawQueue(trigger.Connection, trigger.Queue);
        var rawPoison = storage.RawQueue(trigger.Connection, PoisonOf(trigger.Queue));
        var queue = storage.Queue(trigger.Connection, trigger.Queue, undecodable: e => SetAsideAsync(e, raw, rawPoison));
        var poison = storage.Queues(trigger.Connection).GetQueueClient(PoisonOf(trigger.Queue));
        return new QueueListener(
            queue, _ => poison, limits, (message, stopping) => runner.RunAsync(function, QueueTrigger.EventFor(message), stopping), signals, clock, _log);
    }

    static string PoisonOf(string queue) => queue + "-poison";

    /// <summary>A message that is not Base64 where host.json says so will never be readable: it goes to the poison queue as it stands.</summary>
    async Task SetAsideAsync(QueueMessageDecodingFailedEventArgs e, QueueClient raw, QueueClient rawPoison)
    {
        if (e.ReceivedMessage is not { } message)
            return;
        await rawPoison.CreateIfNotExistsAsync(cancellationToken: e.CancellationToken);
        await rawPoison.SendMessageAsync(message.Body, cancellationToken: e.CancellationToken);
        await raw.DeleteMessageAsync(message.MessageId, message.PopReceipt, e.CancellationToken);
        _log.LogWarning("A message of {Queue} is not Base64, which host.json expects, and is now in {Poison}", raw.Name, rawPoison.Name);
    }
}

using System.Collections.Concurrent;
using Azure.Storage.Queues;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>Tells listeners of this process that a message was just sent, so that they need not wait for their next look.</summary>
sealed class QueueSignals
{
    readonly ConcurrentDictionary<Uri, Signal> _signals = new();

    public Signal Of(QueueClient queue) => _signals.GetOrAdd(queue.Uri, static _ => new Signal());

    public void Wake(QueueClient queue) => Of(queue).Set();
}

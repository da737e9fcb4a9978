using System.Collections.Concurrent;
using Azure.Storage.Queues;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// Puts blobs on the queue of blob triggers, each version once for a function. The message goes first and the receipt second: a crash
/// between the two gives the blob twice, never not at all.
/// </summary>
sealed class BlobArrivals(FunctionDescriptor function, BlobTrigger trigger, BlobReceipts receipts, QueueClient queue, Action wakeListener)
{
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    int _scan;

    public FunctionDescriptor Function => function;

    public BlobTrigger Trigger => trigger;

    /// <summary>Reads the receipts of earlier runs; before the first scan.</summary>
    public async Task RememberAsync(CancellationToken cancellation)
    {
        foreach (var (key, etag) in await receipts.AllAsync(cancellation))
            _known.TryAdd(key, new Known(etag, SeenIn: 0));
    }

    /// <summary>Whether this version is new to the function. Marks the blob as being there still.</summary>
    public bool IsNew(string blobName, string etag)
    {
        var key = BlobReceipts.KeyOf(trigger.Path.Container, blobName);
        if (!_known.TryGetValue(key, out var known) || known.ETag != etag)
            return true;
        if (known.SeenIn != _scan)
            _known.TryUpdate(key, known with { SeenIn = _scan }, known);
        return false;
    }

    /// <summary>Queues a blob and remembers that.</summary>
    public async Task QueueAsync(string container, string blobName, string blobType, string etag, CancellationToken cancellation)
    {
        var isWatched = etag.Length > 0 && container == trigger.Path.Container && trigger.Path.TryMatch(blobName, out _);
        var key = BlobReceipts.KeyOf(container, blobName);
        var reserved = new Known(etag, _scan);
        if (isWatched)
            _known[key] = reserved;
        try
        {
            var message = new BlobMessage(function.Id, blobType, container, blobName, $"\"{etag}\"");
            await queue.SendMessageAsync(message.ToBody(), cancellationToken: cancellation);
        }
        catch
        {
            _known.TryRemove(KeyValuePair.Create(key, reserved));
            throw;
        }

        wakeListener();
        if (isWatched)
            await receipts.WriteAsync(container, blobName, etag, cancellation);
    }

    public void BeginScan() => _scan++;

    /// <summary>Forgets the blobs that a complete scan did not see, so that receipts do not pile up.</summary>
    public async Task EndScanAsync(CancellationToken cancellation)
    {
        foreach (var (key, known) in _known)
        {
            if (known.SeenIn != _scan && _known.TryRemove(KeyValuePair.Create(key, known)))
                await receipts.DeleteAsync(key, cancellation);
        }
    }

    sealed record Known(string ETag, int SeenIn);
}

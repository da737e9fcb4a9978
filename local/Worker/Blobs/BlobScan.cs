using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// Looks through a container again and again and queues what is new: on one machine nobody sends events. A scan lists names and versions
/// only, and listing takes at most a tenth of the time; queueing is work that somebody waits for and does not count.
/// </summary>
sealed class BlobScan(BlobContainerClient container, BlobArrivals arrivals, TimeSpan interval, TimeProvider clock, ILogger log)
{
    const int QueuedAtOnce = 8;

    public async Task RunAsync(CancellationToken stopping)
    {
        var remembers = false;
        while (!stopping.IsCancellationRequested)
        {
            var listing = TimeSpan.Zero;
            try
            {
                if (!remembers)
                    await arrivals.RememberAsync(stopping);
                remembers = true;
                listing = await ScanAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                log.LogDebug("The container {Container} is not there yet", container.Name);
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException or IOException or OperationCanceledException)
            {
                log.LogWarning("Looking through {Container} failed and is tried again: {Reason}", container.Name, e.Message);
            }

            await PauseAsync(listing, stopping);
        }
    }

    /// <returns>How long the listing took.</returns>
    async Task<TimeSpan> ScanAsync(CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        var queueing = TimeSpan.Zero;
        arrivals.BeginScan();
        var path = arrivals.Trigger.Path;
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Prefix, stopping).AsPages())
        {
            var fresh = page.Values.Where(blob => path.TryMatch(blob.Name, out _) && arrivals.IsNew(blob.Name, ETagOf(blob)));
            var listed = clock.GetTimestamp();
            var limits = new ParallelOptions { MaxDegreeOfParallelism = QueuedAtOnce, CancellationToken = stopping };
            await Parallel.ForEachAsync(fresh.ToList(), limits, async (blob, cancellation) =>
                await arrivals.QueueAsync(container.Name, blob.Name, $"{blob.Properties.BlobType ?? BlobType.Block}Blob", ETagOf(blob), cancellation));
            queueing += clock.GetElapsedTime(listed);
        }

        var listing = clock.GetElapsedTime(started) - queueing;
        await arrivals.EndScanAsync(stopping);
        return listing;
    }

    static string ETagOf(BlobItem blob) => blob.Properties.ETag?.ToString().Trim('"') ?? "";

    async Task PauseAsync(TimeSpan listing, CancellationToken stopping)
    {
        var pause = listing * 9 > interval ? listing * 9 : interval;
        await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

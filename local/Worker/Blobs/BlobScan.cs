using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// Looks through a container again and again and queues what is new: on one machine nobody sends events. A scan lists names and versions
/// only, and takes at most a tenth of the time.
/// </summary>
sealed class BlobScan(BlobContainerClient container, BlobArrivals arrivals, TimeSpan interval, TimeProvider clock, ILogger log)
{
    const int QueuedAtOnce = 8;

    public async Task RunAsync(CancellationToken stopping)
    {
        var remembers = false;
        while (!stopping.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            try
            {
                if (!remembers)
                    await arrivals.RememberAsync(stopping);
                remembers = true;
                await ScanAsync(stopping);
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

            await PauseAsync(clock.GetElapsedTime(started), stopping);
        }
    }

    async Task ScanAsync(CancellationToken stopping)
    {
        arrivals.BeginScan();
        var path = arrivals.Trigger.Path;
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Prefix, stopping).AsPages())
        {
            var fresh = page.Values.Where(blob => path.TryMatch(blob.Name, out _) && arrivals.IsNew(blob.Name, ETagOf(blob)));
            var limits = new ParallelOptions { MaxDegreeOfParallelism = QueuedAtOnce, CancellationToken = stopping };
            await Parallel.ForEachAsync(fresh.ToList(), limits, async (blob, cancellation) =>
                await arrivals.QueueAsync(container.Name, blob.Name, $"{blob.Properties.BlobType ?? BlobType.Block}Blob", ETagOf(blob), cancellation));
        }

        await arrivals.EndScanAsync(stopping);
    }

    static string ETagOf(BlobItem blob) => blob.Properties.ETag?.ToString().Trim('"') ?? "";

    async Task PauseAsync(TimeSpan scanned, CancellationToken stopping)
    {
        var pause = scanned * 9 > interval ? scanned * 9 : interval;
        await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

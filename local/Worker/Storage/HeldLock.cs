using Azure;
using Azure.Storage.Blobs.Specialized;

namespace ServerlessIct.Local.Worker.Storage;

/// <summary>A lock that this instance has and renews until it is disposed or lost.</summary>
sealed class HeldLock : IAsyncDisposable
{
    readonly BlobLeaseClient _lease;
    readonly CancellationTokenSource _released = new();
    readonly CancellationTokenSource _lost = new();
    readonly Task _renewing;

    public HeldLock(BlobLeaseClient lease, TimeSpan period, TimeProvider clock)
    {
        _lease = lease;
        _renewing = RenewAsync(period, clock);
    }

    /// <summary>Cancelled when another instance may have the lock.</summary>
    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewing;
        if (!_lost.IsCancellationRequested)
            await ReleaseAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    async Task ReleaseAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _lease.ReleaseAsync(cancellationToken: limit.Token);
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            // The lease runs out by itself.
        }
    }

    async Task RenewAsync(TimeSpan period, TimeProvider clock)
    {
        var renewed = clock.GetTimestamp();
        while (clock.GetElapsedTime(renewed) < period)
        {
            try
            {
                await Task.Delay(period / 3, clock, _released.Token);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(_released.Token);
                limit.CancelAfter(period / 3);
                await _lease.RenewAsync(cancellationToken: limit.Token);
                renewed = clock.GetTimestamp();
            }
            catch (OperationCanceledException) when (_released.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                break;
            }
            catch (Exception e) when (e is RequestFailedException or IOException or AggregateException or OperationCanceledException)
            {
                // Storage did not answer: there is time for another try before the lease ends.
            }
        }

        await _lost.CancelAsync();
    }
}

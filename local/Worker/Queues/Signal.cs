using System.Threading.Channels;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>Something has happened since it was last waited for; how often does not matter.</summary>
sealed class Signal
{
    readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Ends when the signal is set, the time is over or the token is cancelled, and clears the signal.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _set.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _set.Reader.TryRead(out _);
    }
}

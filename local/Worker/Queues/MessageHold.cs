using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>Keeps a message invisible while it is worked on. Each renewal changes the receipt by which it can be deleted.</summary>
sealed class MessageHold : IAsyncDisposable
{
    readonly QueueClient _queue;
    readonly QueueMessage _message;
    readonly CancellationTokenSource _done = new();
    readonly Task _renewing;
    string _receipt;

    public MessageHold(QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider clock)
    {
        _queue = queue;
        _message = message;
        _receipt = message.PopReceipt;
        _renewing = RenewAsync(visibility, clock);
    }

    public async Task StopRenewingAsync()
    {
        await _done.CancelAsync();
        await _renewing;
    }

    /// <summary>The message is done with. Not an error when another host has it by now.</summary>
    public async Task DeleteAsync()
    {
        try
        {
            await _queue.DeleteMessageAsync(_message.MessageId, _receipt, CancellationToken.None);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400)
        {
            // Its time ran out and it was taken again: it will be worked on twice, which at least once allows.
        }
    }

    /// <summary>Lets the message come back after a delay.</summary>
    public async Task ReleaseAsync(TimeSpan delay)
    {
        try
        {
            await _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.Body, delay, CancellationToken.None);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400)
        {
            // It is back already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _done.Dispose();
    }

    async Task RenewAsync(TimeSpan visibility, TimeProvider clock)
    {
        while (!_done.IsCancellationRequested)
        {
            await Task.Delay(visibility / 3, clock, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_done.IsCancellationRequested)
                return;
            try
            {
                // Not cancelled with the work: a renewal that arrives but is not heard of would lose the receipt.
                var renewed = await _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.Body, visibility, CancellationToken.None);
                _receipt = renewed.Value.PopReceipt;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 400)
            {
                return;
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException or IOException or OperationCanceledException)
            {
                // Storage did not answer: there is time for another try before the message comes back.
            }
        }
    }
}

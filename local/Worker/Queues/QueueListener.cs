using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>
/// Takes messages from a queue and works on several at a time. A message is deleted when its work succeeded, comes back when it failed
/// or its host died, and goes to the poison queue after too many tries.
/// </summary>
sealed class QueueListener(
    QueueClient queue,
    Func<QueueMessage, QueueClient> poisonQueue,
    QueueLimits limits,
    Func<QueueMessage, CancellationToken, Task> work,
    QueueSignals signals,
    TimeProvider clock,
    ILogger log)
{
    static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    readonly Signal _wake = signals.Of(queue);

    /// <summary>Listens until it is told to stop, then waits for the work in hand.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var pause = LeastPause;
        while (!stopping.IsCancellationRequested)
        {
            var taken = _running.Count <= limits.FetchBelow ? await TakeAsync(stopping) : null;
            if (taken is { Length: > 0 })
            {
                foreach (var message in taken)
                    Begin(message, stopping);
                pause = LeastPause;
                continue;
            }

            // Work that ends sets the signal too: then there is room for more.
            await _wake.WaitAsync(pause, clock, stopping);
            if (taken is not null)
                pause = pause * 2 < limits.MaxPollingInterval ? pause * 2 : limits.MaxPollingInterval;
        }

        await Task.WhenAll(_running.Values);
    }

    /// <summary>Makes the queue where it is missing, however long storage takes to answer.</summary>
    public async Task QueueIsThereAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await queue.CreateIfNotExistsAsync(cancellationToken: stopping);
                return;
            }
            catch (Exception e) when (IsStorageFailure(e))
            {
                await PauseAfterAsync(e, stopping);
            }
        }
    }

    static bool IsStorageFailure(Exception e) => e is RequestFailedException or AggregateException or IOException or OperationCanceledException;

    /// <summary>Messages to work on; none where the queue is missing or storage does not answer.</summary>
    async Task<QueueMessage[]> TakeAsync(CancellationToken stopping)
    {
        try
        {
            var room = Math.Min(limits.BatchSize, limits.MostAtATime - _running.Count);
            return await queue.ReceiveMessagesAsync(room, limits.Visibility, stopping);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception e) when (IsStorageFailure(e))
        {
            await PauseAfterAsync(e, stopping);
            return [];
        }
    }

    async Task PauseAfterAsync(Exception e, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
            return;
        log.LogWarning("The queue {Queue} does not answer and is tried again: {Reason}", queue.Name, e.Message);
        await Task.Delay(limits.MaxPollingInterval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    void Begin(QueueMessage message, CancellationToken stopping)
    {
        // A message that came back while this host still works on it has a key of its own.
        var key = Guid.NewGuid().ToString();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[key] = WorkAsync(message, key, start.Task, stopping);
        start.SetResult();
    }

    async Task WorkAsync(QueueMessage message, string key, Task start, CancellationToken stopping)
    {
        await start;
        try
        {
            await using var hold = new MessageHold(queue, message, limits.Visibility, clock);
            var outcome = message.DequeueCount > limits.MaxDequeueCount ? Outcome.Failed : await TryAsync(message, stopping);
            await hold.StopRenewingAsync();
            await SettleAsync(message, hold, outcome);
        }
        catch (Exception e) when (IsStorageFailure(e))
        {
            log.LogWarning("A message of {Queue} could not be settled and comes back: {Reason}", queue.Name, e.Message);
        }
        finally
        {
            _running.TryRemove(key, out _);
            _wake.Set();
        }
    }

    async Task<Outcome> TryAsync(QueueMessage message, CancellationToken stopping)
    {
        try
        {
            await work(message, stopping);
            return Outcome.Succeeded;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return Outcome.Interrupted;
        }
        catch (Exception)
        {
            // The runner has logged it; here it only decides what becomes of the message.
            return Outcome.Failed;
        }
    }

    async Task SettleAsync(QueueMessage message, MessageHold hold, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Succeeded:
                await hold.DeleteAsync();
                break;
            case Outcome.Failed when message.DequeueCount >= limits.MaxDequeueCount:
                var poison = poisonQueue(message);
                await poison.CreateIfNotExistsAsync();
                await poison.SendMessageAsync(message.Body);
                await hold.DeleteAsync();
                signals.Wake(poison);
                log.LogWarning("A message of {Queue} failed {Tries} times and is now in {Poison}", queue.Name, limits.MaxDequeueCount, poison.Name);
                break;
            case Outcome.Failed:
                await hold.ReleaseAsync(limits.RetryDelay);
                break;
            case Outcome.Interrupted:
                await hold.ReleaseAsync(TimeSpan.Zero);
                break;
        }
    }

    enum Outcome
    {
        Succeeded,
        Failed,
        Interrupted,
    }
}

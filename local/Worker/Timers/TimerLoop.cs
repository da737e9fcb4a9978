using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Storage;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>
/// Runs one timer function at its times, in one instance at a time. Runs missed while nobody listened are made up for by one run.
/// </summary>
sealed class TimerLoop(
    FunctionDescriptor function, TimerTrigger trigger, TimerRun run, SingletonLock oneInstance, TimerStatusStore store,
    LocalSettings local, TimeProvider clock, ILogger log)
{
    /// <summary>A delay can be no longer than a signed number of milliseconds: wait in steps.</summary>
    static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    readonly bool _isMonitored = trigger.UseMonitor && trigger.Schedule.IsSparse(clock.GetUtcNow().UtcDateTime);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        var isFirst = true;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var held = await oneInstance.TryAcquireAsync(stopping);
                if (held is not null)
                {
                    using var turn = CancellationTokenSource.CreateLinkedTokenSource(stopping, held.Lost);
                    await RunWhileHeldAsync(isFirst && trigger.RunOnStartup, turn.Token);
                    isFirst = false;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException or IOException or OperationCanceledException)
            {
                log.LogWarning("The timer {Function} could not use its storage and tries again: {Reason}", function.Name, e.Message);
            }

            await Task.Delay(local.LockPeriod / 3, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task RunWhileHeldAsync(bool atOnce, CancellationToken turn)
    {
        var status = _isMonitored ? await StatusAsync(turn) : null;
        var isPastDue = status is not null && Now > status.Next;
        if (isPastDue || atOnce)
            status = await RunOnceAsync(status, due: Now, isPastDue, turn);
        while (!turn.IsCancellationRequested)
        {
            var due = status?.Next ?? trigger.Schedule.NextAfter(Now);
            await UntilAsync(due, turn);
            status = await RunOnceAsync(status, due, isPastDue: false, turn);
        }
    }

    /// <summary>The stored status; of a schedule that changed since, the next time by the new schedule.</summary>
    async Task<ScheduleStatus> StatusAsync(CancellationToken turn)
    {
        var stored = await store.ReadAsync(turn);
        if (stored is null || stored.LastUpdated == default)
            return await StoreAsync(new ScheduleStatus { Next = trigger.Schedule.NextAfter(Now), LastUpdated = Now }, turn);
        var expected = trigger.Schedule.NextAfter(stored.LastUpdated.ToUniversalTime());
        if (stored.Next.ToUniversalTime() == expected)
            return stored;
        return await StoreAsync(new ScheduleStatus { Next = expected, LastUpdated = stored.LastUpdated }, turn);
    }

    async Task<ScheduleStatus> StoreAsync(ScheduleStatus status, CancellationToken turn)
    {
        await store.WriteAsync(status, turn);
        return status;
    }

    async Task<ScheduleStatus?> RunOnceAsync(ScheduleStatus? status, DateTime due, bool isPastDue, CancellationToken turn)
    {
        var began = Now;
        try
        {
            await run.RunAsync(function, new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue }, turn);
        }
        catch (Exception)
        {
            // Logged by the runner. A timer that failed waits for its next time; one that was interrupted did not run.
            turn.ThrowIfCancellationRequested();
        }

        if (!_isMonitored)
            return null;

        // A clock may wake a little early: the time that was due counts, or it would be due again.
        var last = began > due ? began : due;
        return await StoreAsync(new ScheduleStatus { Last = last, Next = trigger.Schedule.NextAfter(last), LastUpdated = last }, turn);
    }

    async Task UntilAsync(DateTime due, CancellationToken turn)
    {
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
            await Task.Delay(left < LongestDelay ? left + TimeSpan.FromMilliseconds(1) : LongestDelay, clock, turn);
    }
}

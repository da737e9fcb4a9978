using System.Globalization;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Runs functions: through the middleware, with services of their own, for no longer than host.json allows.</summary>
sealed class FunctionRunner(
    FunctionExecutionDelegate pipeline,
    HostFile hostFile,
    LocalSettings local,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers,
    TimeProvider clock)
{
    /// <summary>Ends when the function did, with its exception if it had one.</summary>
    public async Task RunAsync(FunctionDescriptor function, TriggerEvent trigger, CancellationToken caller)
    {
        var log = loggers.CreateLogger("Function." + function.Name);
        var subject = trigger.Subject ?? function.Trigger.Kind;
        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(hostFile.FunctionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(caller, lifetime.ApplicationStopping, timeout.Token);
        log.LogDebug("Runs: {Subject}", subject);
        try
        {
            await WithinTimeout(function, Task.Run(() => RunInScope(function, trigger, cancellation.Token), CancellationToken.None), timeout.Token);
            log.LogInformation("Succeeded in {Milliseconds} ms: {Subject}", Milliseconds(started), subject);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            log.LogInformation("Cancelled after {Milliseconds} ms: {Subject}", Milliseconds(started), subject);
            throw;
        }
        catch (Exception e)
        {
            log.LogError(e, "Failed after {Milliseconds} ms: {Subject}", Milliseconds(started), subject);
            throw;
        }
    }

    async Task WithinTimeout(FunctionDescriptor function, Task run, CancellationToken timeout)
    {
        var overdue = Overdue(timeout, run);
        await Task.WhenAny(run, overdue);
        if (run.IsCompletedSuccessfully || !timeout.IsCancellationRequested)
        {
            await run;
            return;
        }

        var limit = hostFile.FunctionTimeout.GetValueOrDefault().ToString("c", CultureInfo.InvariantCulture);
        throw run.IsCompleted
            ? new TimeoutException($"Function '{function.Name}' was cancelled because it ran longer than the functionTimeout of {limit} in host.json.", run.Exception)
            : new TimeoutException($"Function '{function.Name}' ran longer than the functionTimeout of {limit} in host.json and does not heed its CancellationToken; its run counts as failed, but its code still runs.");
    }

    /// <summary>Ends some time after the time-out, or when the run does.</summary>
    async Task Overdue(CancellationToken timeout, Task run)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = timeout.Register(cancelled.SetResult);
        await Task.WhenAny(run, cancelled.Task);
        if (!run.IsCompleted)
            await Task.WhenAny(run, Task.Delay(local.CancellationGrace, clock, CancellationToken.None));
    }

    async Task RunInScope(FunctionDescriptor function, TriggerEvent trigger, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function, trigger, scope.ServiceProvider, cancellation);
        try
        {
            await pipeline(invocation);
        }
        finally
        {
            await invocation.DisposeOwnedAsync();
        }
    }

    long Milliseconds(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}

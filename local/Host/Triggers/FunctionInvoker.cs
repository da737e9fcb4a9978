using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Worker;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>Runs functions in the worker, as long as <c>functionTimeout</c> lets them and the host runs.</summary>
/// <param name="workers">Where.</param>
/// <param name="timeout">How long one call may take; null for no limit.</param>
/// <param name="stopping">The host stops.</param>
/// <param name="logs">Told of what is run again.</param>
sealed partial class FunctionInvoker(WorkerSupervisor workers, TimeSpan? timeout, ILoggerFactory logs, CancellationToken stopping)
{
    /// <summary>How long a function may take to notice that its time is up, or that the host stops.</summary>
    static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(5);

    readonly ILogger log = logs.CreateLogger("Host.Functions");

    /// <summary>A request to run a function.</summary>
    public static InvocationRequest Request(HostedFunction function) => new()
    {
        FunctionId = function.Metadata.FunctionId,
        InvocationId = Guid.NewGuid().ToString(),
        TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" },
    };

    /// <summary>Runs a function in a worker, and fails as it fails.</summary>
    /// <param name="function">Which.</param>
    /// <param name="worker">Where.</param>
    /// <param name="request">With what.</param>
    /// <param name="cancelled">The function is told to stop, and waited for.</param>
    /// <exception cref="FunctionFailedException">It failed, or noticed that it should stop.</exception>
    /// <exception cref="FunctionAbandonedException">It did not stop when it was told to.</exception>
    /// <exception cref="WorkerExitedException">The worker died under it.</exception>
    public async Task RunAsync(HostedFunction function, RunningWorker worker, InvocationRequest request, CancellationToken cancelled)
    {
        using var told = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        using var patience = new CancellationTokenSource();
        if (timeout is { } limit)
        {
            told.CancelAfter(limit);
            patience.CancelAfter(limit + CancellationGrace);
        }
        await using var atStop = stopping.Register(() => patience.CancelAfter(CancellationGrace));
        var answering = worker.Channel.InvokeAsync(request, told.Token);
        InvocationResponse answer;
        try
        {
            answer = await answering.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _ = answering.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw Abandoned(function, worker);
        }
        if (answer.Result.Status == StatusResult.Types.Status.Success) return;
        var fault = answer.Result.Exception;
        throw new FunctionFailedException($"The function {function.Name} failed: {fault?.Type} {fault?.Message ?? answer.Result.Result}\n{fault?.StackTrace}".TrimEnd());
    }

    /// <summary>The same, in whichever worker is there, again as often as the function's retry policy says.</summary>
    /// <param name="function">Which.</param>
    /// <param name="fill">Adds to the request what triggered it.</param>
    /// <param name="cancelled">The function is told to stop, and waited for.</param>
    public async Task RunAsync(HostedFunction function, Action<InvocationRequest> fill, CancellationToken cancelled)
    {
        var retries = function.Metadata.RetryOptions;
        for (var count = 0; ; count++)
        {
            var request = Request(function);
            fill(request);
            if (retries is not null) request.RetryContext = new RetryContext { RetryCount = count, MaxRetryCount = retries.MaxRetryCount };
            try
            {
                await RunAsync(function, await workers.WorkerAsync(cancelled), request, cancelled);
                return;
            }
            catch (FunctionFailedException e) when (retries is not null && (retries.MaxRetryCount < 0 || count < retries.MaxRetryCount))
            {
                var pause = Pause(retries, count);
                LogRetried(function.Name, pause, e.Message);
                await Task.Delay(pause, cancelled);
            }
        }
    }

    FunctionAbandonedException Abandoned(HostedFunction function, RunningWorker worker)
    {
        if (stopping.IsCancellationRequested) return new FunctionAbandonedException($"The function {function.Name} did not stop when the host stopped; it ends with its process.");
        // What does not listen can only be ended with its process, and all that runs in it.
        var reason = FormattableString.Invariant($"The function {function.Name} took longer than functionTimeout in host.json allows ({timeout}), and did not stop when told to.");
        workers.Replace(worker, reason);
        return new FunctionAbandonedException(reason);
    }

    static TimeSpan Pause(RpcRetryOptions retries, int count)
    {
        if (retries.RetryStrategy == RpcRetryOptions.Types.RetryStrategy.FixedDelay) return retries.DelayInterval.ToTimeSpan();
        var (least, most) = (retries.MinimumInterval.ToTimeSpan(), retries.MaximumInterval.ToTimeSpan());
        var pause = least * Math.Pow(2, Math.Min(count, 30));
        return pause < most ? pause : most;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} is run again in {Pause}: {Reason}")]
    partial void LogRetried(string function, TimeSpan pause, string reason);
}

/// <summary>A function ended by an exception; the message has what the worker told of it.</summary>
class FunctionFailedException(string message) : Exception(message);

/// <summary>A function did not end, and nobody waits for it any more.</summary>
sealed class FunctionAbandonedException(string message) : FunctionFailedException(message);

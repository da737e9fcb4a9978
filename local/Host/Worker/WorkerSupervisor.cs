using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Worker;

/// <summary>Keeps one worker running: starts it, and starts it again, with growing pauses, when it has died.</summary>
sealed partial class WorkerSupervisor(string appFolder, HostSettings settings, WorkerConnections connections, Uri address, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>The pause after a worker that had answered; after each that had not, it is twice as long.</summary>
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    /// <summary>How long a process may outlive its connection.</summary>
    static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(2);

    readonly CancellationTokenSource stopping = new();
    readonly ILogger log = logs.CreateLogger("Host.Worker");
    volatile TaskCompletionSource<RunningWorker> current = New();
    Task keeping = Task.CompletedTask;
    RunningWorker? last;

    /// <summary>The running worker; waits for one where it is being started.</summary>
    public Task<RunningWorker> WorkerAsync(CancellationToken cancellationToken) => current.Task.WaitAsync(cancellationToken);

    /// <summary>The running worker; null while there is none.</summary>
    public RunningWorker? Worker => current.Task is { IsCompletedSuccessfully: true } ready ? ready.Result : null;

    /// <summary>Starts the first worker and learns the functions of the app.</summary>
    /// <exception cref="FunctionsHostException">It does not start; the message has what it printed last.</exception>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> StartAsync(CancellationToken stop)
    {
        var (worker, functions) = await StartOneAsync(stop);
        last = worker;
        current.SetResult(worker);
        keeping = KeepAsync(worker);
        return functions;
    }

    /// <summary>Ends a worker, where it still runs, so that another takes its place.</summary>
    public void Replace(RunningWorker worker, string why)
    {
        LogReplaced(worker.Process.Id, why);
        Retire(worker);
        worker.Process.Kill();
    }

    /// <summary>Asks the worker to end, and ends it where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await keeping;
        // Also one that was retired just now.
        if (last is { } worker)
        {
            worker.Channel.Terminate(StopGrace);
            await worker.Process.EndAsync(StopGrace);
            worker.Channel.End(new WorkerExitedException("The host stops."));
            await worker.Process.DisposeAsync();
        }
        current.TrySetException(new WorkerExitedException("The host stops."));
        _ = current.Task.Exception;
        stopping.Dispose();
    }

    async Task KeepAsync(RunningWorker worker)
    {
        var pause = FirstPause;
        while (true)
        {
            await worker.Gone.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return;
            Retire(worker);
            await worker.Process.EndAsync(LastMoments);
            worker.Channel.End(new WorkerExitedException(FormattableString.Invariant($"The worker process {worker.Process.Id} ended: {worker.Process.Ending}")));
            LogEnded(worker.Process.Id, worker.Process.Ending);
            await worker.Process.DisposeAsync();
            last = null;
            pause = worker.Channel.HasServed ? FirstPause : Longer(pause);
            if (await StartAgainAsync(pause) is not { } next) return;
            last = worker = next;
            current.SetResult(worker);
        }
    }

    /// <summary>Has whoever asks from now on wait for the next worker.</summary>
    void Retire(RunningWorker worker)
    {
        var running = current;
        if (running.Task is { IsCompletedSuccessfully: true } ready && ready.Result == worker) Interlocked.CompareExchange(ref current, New(), running);
    }

    async Task<RunningWorker?> StartAgainAsync(TimeSpan pause)
    {
        while (true)
        {
            await Task.Delay(pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return null;
            try
            {
                var (worker, _) = await StartOneAsync(stopping.Token);
                LogStartedAgain(worker.Process.Id);
                return worker;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return null;
            }
            // Whatever it is, the next try may succeed: files of the app may be being replaced just now.
            catch (Exception e)
            {
                LogNotStarted(e.Message);
                pause = Longer(pause);
            }
        }
    }

    async Task<(RunningWorker Worker, IReadOnlyList<RpcFunctionMetadata> Functions)> StartOneAsync(CancellationToken stop)
    {
        var channel = new WorkerChannel(Guid.NewGuid().ToString(), logs);
        using var expected = connections.Expect(channel);
        var process = WorkerProcess.Start(appFolder, channel.Id, address, settings, log);
        try
        {
            var loading = LoadAsync();
            if (await Task.WhenAny(loading, process.Exited) != loading)
                throw new FunctionsHostException($"The worker ended while it started: {process.Ending}");
            return (new RunningWorker(process, channel), await loading);
        }
        catch
        {
            process.Kill();
            await process.Exited;
            channel.End(new WorkerExitedException($"The worker ended: {process.Ending}"));
            await process.DisposeAsync();
            throw;
        }

        async Task<IReadOnlyList<RpcFunctionMetadata>> LoadAsync()
        {
            try
            {
                await channel.Connected.WaitAsync(ConnectLimit, stop);
            }
            catch (TimeoutException late)
            {
                throw new FunctionsHostException(FormattableString.Invariant(
                    $"The worker did not connect within {ConnectLimit.TotalSeconds} seconds. Is the app's Main that of a function app (FunctionsApplication.CreateBuilder … Run)?"), late);
            }
            return await channel.LoadAsync(appFolder, stop);
        }
    }

    static TaskCompletionSource<RunningWorker> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    static TimeSpan Longer(TimeSpan pause) => 2 * pause < LongestPause ? 2 * pause : LongestPause;

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker process {Id} ended: {Ending}")]
    partial void LogEnded(int id, string ending);

    [LoggerMessage(Level = LogLevel.Information, Message = "The worker was started again as process {Id}.")]
    partial void LogStartedAgain(int id);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    partial void LogNotStarted(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The worker process {Id} is ended, and another started: {Why}")]
    partial void LogReplaced(int id, string why);
}

/// <summary>A worker that has loaded the functions of the app.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Channel">The conversation with it.</param>
sealed record RunningWorker(WorkerProcess Process, WorkerChannel Channel)
{
    /// <summary>Completes when it has ended or cannot be spoken to any more.</summary>
    public Task Gone { get; } = Task.WhenAny(Process.Exited, Channel.Closed);
}

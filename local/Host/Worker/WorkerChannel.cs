using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Rpc;

namespace ServerlessIct.Local.Host.Worker;

/// <summary>The conversation with one worker process: requests out, answers in.</summary>
sealed partial class WorkerChannel(string id, ILoggerFactory logs)
{
    /// <summary>What the real host tells its version to be; workers only log it.</summary>
    const string HostVersion = "4.1042.0";

    static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);

    readonly Channel<StreamingMessage> outbound = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> answers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new(StringComparer.Ordinal);
    readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ILogger log = logs.CreateLogger("Host.Worker");
    volatile WorkerExitedException? ended;

    /// <summary>By which the worker says who it is.</summary>
    public string Id => id;

    /// <summary>Completes when the worker has connected.</summary>
    public Task Connected => connected.Task;

    /// <summary>Completes when the connection is gone: nothing can be said to the worker any more, even where its process still runs.</summary>
    public Task Closed => closed.Task;

    /// <summary>Where the worker takes HTTP requests; null where it wants them over the stream.</summary>
    public string? HttpAddress { get; private set; }

    /// <summary>Whether it has answered an invocation.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Speaks with the worker until it goes away.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> inbound, IServerStreamWriter<StreamingMessage> stream, CancellationToken stop)
    {
        var sending = SendAllAsync(stream, stop);
        connected.TrySetResult();
        try
        {
            while (await inbound.MoveNext(stop)) Receive(inbound.Current);
        }
        finally
        {
            outbound.Writer.TryComplete();
            closed.TrySetResult();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Greets the worker, learns its functions and has it load them.</summary>
    /// <exception cref="FunctionsHostException">The worker refused; the message says what and why.</exception>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> LoadAsync(string appFolder, CancellationToken stop)
    {
        var init = (await AskAsync(new StreamingMessage { WorkerInitRequest = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = appFolder, FunctionAppDirectory = appFolder } }, stop)).WorkerInitResponse;
        Check(init.Result, "The worker did not start");
        HttpAddress = init.Capabilities.TryGetValue("HttpUri", out var address) ? address : null;
        var found = (await AskAsync(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = appFolder } }, stop)).FunctionMetadataResponse;
        Check(found.Result, "The worker did not list its functions");
        foreach (var function in found.FunctionMetadataResults)
        {
            var metadata = function.Clone();
            metadata.Directory = appFolder;
            metadata.ScriptFile = Path.Combine(appFolder, function.ScriptFile);
            var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = metadata };
            Check((await AskAsync(new StreamingMessage { FunctionLoadRequest = load }, stop)).FunctionLoadResponse.Result, $"The function {function.Name} did not load");
        }
        return found.FunctionMetadataResults;
    }

    /// <summary>Has the worker run a function.</summary>
    /// <param name="request">What to run, with what.</param>
    /// <param name="cancelled">The worker is told that it should stop; it answers all the same.</param>
    /// <exception cref="WorkerExitedException">The worker went away before it answered.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken cancelled)
    {
        var answer = invocations[request.InvocationId] = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Either it was added before the end was seen, and fails with the others, or the end is seen here.
        if (ended is { } end && invocations.TryRemove(request.InvocationId, out _)) throw end;
        Send(new StreamingMessage { InvocationRequest = request });
        await using var watch = cancelled.Register(() => Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } }));
        return await answer.Task;
    }

    /// <summary>Asks the worker to end.</summary>
    public void Terminate(TimeSpan grace) => Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(grace) } });

    /// <summary>Fails all that waits for the worker: it is gone.</summary>
    public void End(WorkerExitedException reason)
    {
        ended = reason;
        connected.TrySetException(reason);
        _ = connected.Task.Exception;
        foreach (var waiting in answers.Keys)
            if (answers.TryRemove(waiting, out var answer)) answer.TrySetException(reason);
        foreach (var waiting in invocations.Keys)
            if (invocations.TryRemove(waiting, out var answer)) answer.TrySetException(reason);
    }

    void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                HasServed = true;
                if (invocations.TryRemove(message.InvocationResponse.InvocationId, out var invocation)) invocation.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                WorkerLog.Write(logs, message.RpcLog);
                break;
            // Sent by the worker when it is about to end.
            case StreamingMessage.ContentOneofCase.None:
                break;
            default:
                if (answers.TryRemove(message.RequestId, out var answer)) answer.TrySetResult(message);
                else LogUnasked(message.ContentCase.ToString());
                break;
        }
    }

    void Send(StreamingMessage message) => outbound.Writer.TryWrite(message);

    async Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken stop)
    {
        message.RequestId = Guid.NewGuid().ToString();
        var answer = answers[message.RequestId] = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (ended is { } end) throw end;
        Send(message);
        try
        {
            return await answer.Task.WaitAsync(AnswerLimit, stop);
        }
        catch (TimeoutException late)
        {
            throw new FunctionsHostException(FormattableString.Invariant($"The worker did not answer {message.ContentCase} within {AnswerLimit.TotalSeconds} seconds."), late);
        }
    }

    async Task SendAllAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken stop)
    {
        await foreach (var message in outbound.Reader.ReadAllAsync(stop)) await stream.WriteAsync(message, stop);
    }

    static void Check(StatusResult? result, string what)
    {
        if (result is { Status: StatusResult.Types.Status.Success }) return;
        throw new FunctionsHostException($"{what}: {result?.Exception?.Message ?? result?.Result ?? "it gave no reason"}");
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The worker sent {Message}, which nobody had asked for.")]
    partial void LogUnasked(string message);
}

/// <summary>The worker process ended while something waited for it.</summary>
sealed class WorkerExitedException(string message) : Exception(message);

using System.Collections.Concurrent;
using Grpc.Core;
using ServerlessIct.Local.Host.Rpc;

namespace ServerlessIct.Local.Host.Worker;

/// <summary>Takes the connections of workers that this host has started; any other is turned away.</summary>
sealed class RpcService(WorkerConnections connections) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.StartStream is not { } start || connections.Take(start.WorkerId) is not { } channel)
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "No worker of this id was started here."));
        try
        {
            await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The worker is gone; its process' end tells the rest.
        }
    }
}

/// <summary>The channels whose worker has not connected yet, by the worker's id.</summary>
sealed class WorkerConnections
{
    readonly ConcurrentDictionary<string, WorkerChannel> expected = new(StringComparer.Ordinal);

    /// <summary>Expects a worker, until what is returned is disposed.</summary>
    public IDisposable Expect(WorkerChannel channel)
    {
        expected[channel.Id] = channel;
        return new Expectation(this, channel.Id);
    }

    /// <summary>The channel of a worker that connects; null where none is expected.</summary>
    public WorkerChannel? Take(string id) => expected.TryRemove(id, out var channel) ? channel : null;

    sealed class Expectation(WorkerConnections connections, string id) : IDisposable
    {
        public void Dispose() => connections.Take(id);
    }
}

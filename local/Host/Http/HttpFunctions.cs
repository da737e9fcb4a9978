using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Triggers;
using ServerlessIct.Local.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ServerlessIct.Local.Host.Http;

/// <summary>
/// The functions that requests run. As in the real host, a request goes to the first function, in the order of their names, whose route and methods
/// match it, however much better a later one may fit; and the worker gets it twice, as an invocation and, forwarded, as the request itself.
/// </summary>
sealed partial class HttpFunctions(WorkerSupervisor workers, FunctionInvoker invoker, KeyCheck keys, IHttpForwarder forwarder, ILogger log) : IDisposable
{
    /// <summary>By which the worker finds the invocation that a request belongs to.</summary>
    const string InvocationHeader = "x-ms-invocation-id";

    /// <summary>How long a request waits for a worker that is being started.</summary>
    static readonly TimeSpan WorkerWait = TimeSpan.FromSeconds(15);

    static readonly TimeSpan ConnectPause = TimeSpan.FromMilliseconds(20);

    readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(1),
        ConnectCallback = ConnectAsync,
    });

    readonly ForwarderRequestConfig forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    /// <summary>Maps the routes, also those of functions that are switched off: as in the real host, they answer 404, and no other function gets their requests.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="functions">In the order of their names.</param>
    /// <param name="prefix">Before each route; no slash at either end.</param>
    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<HostedFunction> functions, string prefix)
    {
        var order = 0;
        foreach (var function in functions.Where(f => f.IsHttp))
            endpoints.Map(Pattern(function, prefix), http => AnswerAsync(http, function)).WithOrder(order++);
    }

    public void Dispose() => client.Dispose();

    /// <summary>The route with its methods as a constraint: where they do not match, the next function is tried.</summary>
    internal static RoutePattern Pattern(HostedFunction function, string prefix)
    {
        try
        {
            return RoutePatternFactory.Parse(
                $"{prefix}/{function.Route}".TrimStart('/'),
                defaults: null,
                parameterPolicies: function.Trigger["methods"] is JsonArray { Count: > 0 } methods
                    ? new RouteValueDictionary { ["httpMethod"] = new HttpMethodRouteConstraint([.. methods.Select(m => ((string)m!).ToUpperInvariant())]) }
                    : null);
        }
        catch (RoutePatternException e)
        {
            throw new FunctionsHostException($"{function.Where} has the route '{function.Route}', which is none: {e.Message}", e);
        }
    }

    async Task AnswerAsync(HttpContext http, HostedFunction function)
    {
        if (function.IsDisabled)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!keys.Admits(http.Request, (string?)function.Trigger["authLevel"] ?? "Function"))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(WorkerWait);
            await RunAsync(http, function, await workers.WorkerAsync(patience.Token));
        }
        catch (FunctionAbandonedException e)
        {
            await Problem.AnswerAsync(http, StatusCodes.Status500InternalServerError, e.Message);
        }
        catch (Exception e) when (e is WorkerExitedException || (e is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            await Problem.AnswerAsync(
                http, StatusCodes.Status503ServiceUnavailable, "The app's process has ended and is being started again; the log of the host says why it ended. Try again in a few seconds.", retryAfter: 5);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the answer.
        }
    }

    async Task RunAsync(HttpContext http, HostedFunction function, RunningWorker worker)
    {
        var request = FunctionInvoker.Request(function);
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new TypedData { Http = new RpcHttp { Method = http.Request.Method, Url = http.Request.Path } } });
        foreach (var (name, value) in http.Request.RouteValues)
            if (value is string text) request.TriggerMetadata[name] = new TypedData { String = text };
        // A client's own would have the worker answer somebody else's request.
        http.Request.Headers[InvocationHeader] = request.InvocationId;
        // Begun before the invocation is awaited: the worker answers neither without the other.
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var sending = forwarder.SendAsync(http, worker.Channel.HttpAddress!, client, forwarding, HttpTransformer.Default, giveUp.Token).AsTask();
        try
        {
            await invoker.RunAsync(function, worker, request, http.RequestAborted);
        }
        catch (FunctionFailedException e) when (e is not FunctionAbandonedException)
        {
            LogFailed(e.Message);
            // What could not be forwarded has its own status: 413 for a body that is too large.
            if (await sending is ForwarderError.None) Fail(http);
            return;
        }
        catch
        {
            await giveUp.CancelAsync();
            await sending;
            throw;
        }
        if (await sending is not ForwarderError.None and var error && !http.RequestAborted.IsCancellationRequested) LogNotForwarded(function.Name, error.ToString());
    }

    /// <summary>The worker answers 200 for a function that threw; its caller is not to take that for an answer, nor a part of one for the whole.</summary>
    static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>A worker says where it takes requests shortly before it does: the first requests wait for it.</summary>
    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused && clock.Elapsed < WorkerWait)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
            await Task.Delay(ConnectPause, cancelled);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    partial void LogFailed(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The request for {Function} could not be forwarded to the worker: {Error}")]
    partial void LogNotForwarded(string function, string error);
}

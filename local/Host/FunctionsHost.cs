using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Http;
using ServerlessIct.Local.Host.Settings;
using ServerlessIct.Local.Host.Triggers;
using ServerlessIct.Local.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ServerlessIct.Local.Host;

/// <summary>
/// Runs a function app of the isolated worker model on this machine, from its published output and unchanged: as a process of its own, to which
/// this one is what the Functions host is in Azure.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    const string BodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>The largest body of a request, in bytes, where the setting does not say another.</summary>
    const long LargestBody = 104_857_600;

    /// <summary>Categories that tell nothing at the level of information that is not told better elsewhere.</summary>
    static readonly string[] Quiet = ["Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime", "Microsoft.Azure.WebJobs.Hosting", "Host.Results", "Host.Aggregator", "Yarp", "Grpc"];

    /// <summary>How long requests may take to end when the host stops; functions are told before, and given up after five seconds.</summary>
    static readonly TimeSpan RequestGrace = TimeSpan.FromSeconds(7);

    readonly CancellationTokenSource stopping = new();
    readonly List<IAsyncDisposable> parts = [];
    readonly List<Task> announcing = [];
    readonly ReservedPort port;
    WorkerSupervisor workers = null!;
    bool isDisposed;

    FunctionsHost(int port)
    {
        this.port = Part(new ReservedPort(port));
        Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{this.port.Number}"));
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The names of the functions that are not switched off, in order.</summary>
    public IReadOnlyList<string> Functions { get; private set; } = [];

    /// <summary>The system's id of the worker process; null while it is being started again.</summary>
    public int? WorkerProcessId => workers.Worker?.Process.Id;

    /// <summary>Starts an app, and returns once its functions are loaded, its triggers are listened to, and HTTP is answered.</summary>
    /// <param name="appFolder">The published app: the folder that <c>dotnet publish -o</c> wrote.</param>
    /// <param name="settings">App settings, over those of local.settings.json and the environment; <c>__</c> between levels. AzureWebJobsStorage must be among them, unless all functions are run by requests.</param>
    /// <param name="options">How it is run; null for a free port, no keys and no log.</param>
    /// <param name="stop">Gives the start up.</param>
    /// <exception cref="FunctionsHostException">The app cannot be run; the message says which function, parameter, file or setting is at fault.</exception>
    public static async Task<FunctionsHost> StartAsync(
        string appFolder, IReadOnlyDictionary<string, string>? settings = null, FunctionsHostOptions? options = null, CancellationToken stop = default)
    {
        options ??= new FunctionsHostOptions();
        var folder = Path.GetFullPath(appFolder);
        if (!Directory.Exists(folder)) throw new FunctionsHostException($"{folder} is not there. Publish the app into it first (dotnet publish -o).");
        var given = HostSettings.Read(options.SettingsFile ?? Path.Combine(folder, "local.settings.json"), settings);
        var file = HostFile.Read(folder, given);
        var host = new FunctionsHost(options.Port);
        try
        {
            await host.StartAsync(folder, given, file, options, stop);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells running functions to stop, waits for them some seconds, then ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        await stopping.CancelAsync();
        await Task.WhenAll(announcing);
        var faults = new List<Exception>();
        foreach (var part in Enumerable.Reverse(parts))
        {
            try
            {
                await part.DisposeAsync();
            }
            // The others must end all the same: the worker above all.
            catch (Exception e)
            {
                faults.Add(e);
            }
        }
        stopping.Dispose();
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    async Task StartAsync(string folder, HostSettings settings, HostFile file, FunctionsHostOptions options, CancellationToken stop)
    {
        var logs = Part(Logs(file, options));
        var connections = new WorkerConnections();
        var rpc = RpcServer(connections, logs);
        Part(new RunningServer(rpc, TimeSpan.Zero));
        await rpc.StartAsync(stop);
        workers = Part(new WorkerSupervisor(folder, settings, connections, new Uri(rpc.Urls.First()), logs));
        var functions = HostedFunction.Read(await workers.StartAsync(stop), settings);
        if (functions.Any(f => f.IsHttp) && workers.Worker is { Channel.HttpAddress: null })
            throw new FunctionsHostException(
                "The app has HTTP functions, but its worker takes no HTTP requests: call ConfigureFunctionsWebApplication in its Main (package Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore).");
        Functions = [.. functions.Where(f => !f.IsDisabled).Select(f => f.Name)];

        var hostId = HostId(folder, settings);
        var invoker = new FunctionInvoker(workers, file.FunctionTimeout, logs, stopping.Token);
        var webHooks = new WebHooks(Endpoint);
        var listeners = new TriggerListeners(functions, file, settings, options, hostId, new TriggerForwarder(functions, invoker), webHooks, logs);
        var keys = new KeyCheck(options.Keys);
        var admin = new AdminEndpoints(functions, listeners, workers, webHooks, keys, hostId, logs.CreateLogger("Host.Admin"));
        var front = Front(functions, file, settings, options, admin, invoker, keys, logs);
        Part(new RunningServer(front, RequestGrace));
        // Stopped before the server: what they take while the host stops would fail, message after message.
        Part(listeners);
        // Requests need no storage.
        if (functions.Any(f => !f.IsHttp)) await listeners.StartAsync(stop);
        await StartFrontAsync(front, stop);
        Announce(functions, settings, options, hostId, logs);
    }

    async Task StartFrontAsync(WebApplication front, CancellationToken stop)
    {
        try
        {
            await front.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw ReservedPort.InUse(port.Number, e);
        }
    }

    WebApplication Front(
        IReadOnlyList<HostedFunction> functions, HostFile file, HostSettings settings, FunctionsHostOptions options, AdminEndpoints admin, FunctionInvoker invoker, KeyCheck keys, ILoggerFactory logs)
    {
        var largest = LargestBody;
        if (settings[BodyLimit] is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out largest))
            throw new FunctionsHostException($"The setting {BodyLimit} is '{text}'; it must be a number of bytes.");
        var builder = Server(logs);
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = port.Bound);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(Endpoint.Port);
            kestrel.Limits.MaxRequestBodySize = largest;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddHttpForwarder();
        var front = builder.Build();
        var http = Part(new HttpFunctions(workers, invoker, keys, front.Services.GetRequiredService<IHttpForwarder>(), logs.CreateLogger("Host.Http")));
        front.UseMiddleware<LocalRequests>(options.Keys is not null);
        front.UseRouting();
        admin.Map(front);
        http.Map(front, functions, file.RoutePrefix);
        return front;
    }

    void Announce(IReadOnlyList<HostedFunction> functions, HostSettings settings, FunctionsHostOptions options, string hostId, ILoggerFactory logs)
    {
        foreach (var function in functions.Where(f => f.IsByEventGrid))
        {
            // Of an account in Azure, Event Grid itself announces.
            if (settings.Connection(function.Connection) is not { } connection) continue;
            var container = new BlobContainerClient(connection, ((string)function.Trigger["path"]!).Split('/')[0]);
            var state = new BlobContainerClient(settings.Connection(HostSettings.HostStorage), TriggerListeners.HostContainer).GetBlobClient($"announced/{hostId}/{container.Name}/{function.Name}");
            var webHook = new Uri(Endpoint, $"runtime/webhooks/blobs?functionName={TriggerMethods.ClassName}.{function.Name}");
            announcing.Add(RunAsync(new BlobAnnouncer(container, state, webHook, options.Keys?.Master, options.BlobPollInterval, logs.CreateLogger("Host.Blobs"))));
        }

        async Task RunAsync(BlobAnnouncer announcer)
        {
            using (announcer) await announcer.RunAsync(stopping.Token);
        }
    }

    static WebApplication RpcServer(WorkerConnections connections, ILoggerFactory logs)
    {
        var builder = Server(logs);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(connections).AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        var server = builder.Build();
        server.MapGrpcService<RpcService>();
        return server;
    }

    /// <summary>A web server that reads nothing of this process' own settings.</summary>
    static WebApplicationBuilder Server(ILoggerFactory logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore().AddSingleton(logs).AddSingleton<IHostLifetime, LifetimeOfCaller>();
        return builder;
    }

    static ILoggerFactory Logs(HostFile file, FunctionsHostOptions options) => LoggerFactory.Create(logging =>
    {
        foreach (var category in Quiet) logging.AddFilter(category, LogLevel.Warning);
        // What is not there yet is asked for all the time, and is no fault.
        logging.AddFilter("Azure.Core", LogLevel.Error);
        logging.AddConfiguration(file.Logging);
        if (options.Log is { } write) logging.AddProvider(new LineLog(write, TimeProvider.System));
    });

    /// <summary>By which the storage knows the app: the setting AzureFunctionsWebHost__hostid, or from the name of the app's assembly; at most 32 characters.</summary>
    static string HostId(string folder, HostSettings settings)
    {
        if (settings["AzureFunctionsWebHost__hostid"] is { } id) return id;
        var assembly = Directory.EnumerateFiles(folder, "*.runtimeconfig.json").Select(f => Path.GetFileName(f).Split(".runtimeconfig")[0]).Order(StringComparer.Ordinal).FirstOrDefault() ?? "app";
        var name = new string([.. assembly.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]) + "-local";
        return name.Length > 32 ? name[^32..].TrimStart('-') : name;
    }

    T Part<T>(T part)
    {
        parts.Add(part as IAsyncDisposable ?? new Disposable((IDisposable)(object)part!));
        return part;
    }

    sealed class Disposable(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }

    /// <summary>A server that takes nothing new when it is stopped, and lets what it has begun end.</summary>
    sealed class RunningServer(WebApplication server, TimeSpan patience) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            using var limit = new CancellationTokenSource(patience);
            await server.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await server.DisposeAsync();
        }
    }
}

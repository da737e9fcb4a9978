using System.Runtime.ExceptionServices;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>
/// The official listeners of blobs, queues and timers. Where one of them stops with an exception, as it does when the storage goes away, all are
/// started again, with growing pauses until that succeeds.
/// </summary>
sealed partial class TriggerListeners(
    IReadOnlyList<HostedFunction> functions, HostFile file, HostSettings settings, FunctionsHostOptions options, string hostId, ITriggerTarget target, WebHooks webHooks, ILoggerFactory logs)
    : IAsyncDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LockPeriod = TimeSpan.FromSeconds(15);

    readonly ILogger log = logs.CreateLogger("Host.Listeners");
    readonly CancellationTokenSource stopping = new();
    readonly SemaphoreSlim gate = new(1);
    readonly Lock restarting = new();
    IHost? host;
    Task restart = Task.CompletedTask;

    /// <summary>Where the host keeps what is its own: locks, and when timers ran.</summary>
    public const string HostContainer = "azure-webjobs-hosts";

    /// <summary>Starts them.</summary>
    /// <exception cref="FunctionsHostException">A trigger is wrong, or the storage does not answer.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        try
        {
            host = Build();
            await host.StartAsync(stop);
        }
        catch (Microsoft.Azure.WebJobs.Host.Indexers.FunctionIndexingException e)
        {
            throw new FunctionsHostException($"{e.Message} {e.InnerException?.Message}".Trim(), e);
        }
        catch (Exception e) when (e is Azure.RequestFailedException or AggregateException)
        {
            throw new FunctionsHostException($"The storage that AzureWebJobsStorage names does not answer: {e.GetBaseException().Message}", e);
        }
    }

    /// <summary>Runs a function as if it had been triggered; completes when it has ended.</summary>
    /// <param name="function">Any but those that requests run.</param>
    /// <param name="input">The message, or the blob as <c>container/name</c>; nothing for a timer.</param>
    public async Task CallAsync(HostedFunction function, string? input, CancellationToken stop)
    {
        object? argument = function.TriggerType switch
        {
            "timerTrigger" => new TimerInfo(new ConstantSchedule(TimeSpan.FromDays(1)), null, isPastDue: false),
            _ => input ?? "",
        };
        var jobs = (host ?? throw new InvalidOperationException("The listeners were not started.")).Services.GetRequiredService<IJobHost>();
        await jobs.CallAsync(function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [function.Parameter] = argument }, stop);
    }

    /// <summary>Stops them; running functions are told to stop and waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await restart;
        await StopAsync();
        stopping.Dispose();
        gate.Dispose();
    }

    void Break(Exception reason)
    {
        LogBroken(reason.GetBaseException().Message);
        lock (restarting)
        {
            // Not awaited: who reports it is one of those that are stopped.
            if (restart.IsCompleted && !stopping.IsCancellationRequested) restart = Task.Run(RestartAsync, CancellationToken.None);
        }
    }

    async Task RestartAsync()
    {
        for (var pause = FirstPause; !stopping.IsCancellationRequested; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            await Task.Delay(pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return;
            await StopAsync();
            try
            {
                await StartAsync(stopping.Token);
                LogRestarted();
                return;
            }
            catch (Exception e) when (e is FunctionsHostException or OperationCanceledException)
            {
                LogBroken(e.Message);
            }
        }
    }

    async Task StopAsync()
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (Interlocked.Exchange(ref host, null) is not { } running) return;
            try
            {
                await running.StopAsync(CancellationToken.None);
            }
            // Releasing locks in a storage that has gone away; they expire by themselves.
            catch (Exception e) when (e is Azure.RequestFailedException or AggregateException)
            {
                LogBroken(e.GetBaseException().Message);
            }
            running.Dispose();
        }
        finally
        {
            gate.Release();
        }
    }

    IHost Build() => new HostBuilder()
        // In other environments idle queues are looked at once a minute.
        .UseEnvironment(Environments.Development)
        .ConfigureAppConfiguration(c => c.AddConfiguration(settings.Configuration).AddConfiguration(file.Configuration))
        .ConfigureWebJobs(b =>
        {
            b.AddAzureStorageCoreServices();
            b.AddTimers();
            b.AddAzureStorageBlobs();
            b.AddAzureStorageQueues();
        })
        .ConfigureServices(Configure)
        .Build();

    void Configure(IServiceCollection services)
    {
        services
            .Replace(ServiceDescriptor.Singleton(logs))
            .Replace(ServiceDescriptor.Singleton<IHostLifetime, LifetimeOfCaller>())
            .Replace(ServiceDescriptor.Singleton<IWebJobsExceptionHandlerFactory>(new ExceptionHandlers(Break)))
            .Replace(ServiceDescriptor.Singleton<ScheduleMonitor>(new ScheduleStatusStore(HostBlobs(), hostId)))
            .AddSingleton<ITypeLocator>(new GeneratedTypes(TriggerMethods.Generate(functions)))
            .AddSingleton(target)
            .AddSingleton<IWebHookProvider>(webHooks)
            .AddSingleton<IHostIdProvider>(new FixedHostId(hostId))
            // Timers of a host that was killed run again in the next one after this long.
            .Configure<SingletonOptions>(o => o.ListenerLockPeriod = LockPeriod)
            .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        if (options.MessageVisibility is not { } visibility) return;
        var factory = services.Last(s => s.ServiceType == typeof(AzureComponentFactory));
        services.Replace(ServiceDescriptor.Singleton<AzureComponentFactory>(provider => new MessageVisibility(Made(factory, provider), visibility)));

        static AzureComponentFactory Made(ServiceDescriptor service, IServiceProvider provider) => (AzureComponentFactory)(
            service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!));
    }

    BlobContainerClient HostBlobs() => new(
        settings["AzureWebJobsStorage"] ?? throw new FunctionsHostException("The setting AzureWebJobsStorage is not there: set it to a connection string, for instance UseDevelopmentStorage=true."),
        HostContainer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The listeners do not run; they are started again: {Reason}")]
    partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The listeners run again.")]
    partial void LogRestarted();

    /// <summary>An object of its own: the job host disposes of the handler with itself.</summary>
    sealed class ExceptionHandlers(Action<Exception> broken) : IWebJobsExceptionHandlerFactory
    {
        public IWebJobsExceptionHandler Create(IHost jobHost) => new Handler(broken);

        sealed class Handler(Action<Exception> broken) : IWebJobsExceptionHandler
        {
            // Limits of time are kept where functions are run, for all triggers alike.
            public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => Task.CompletedTask;

            public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
            {
                broken(exceptionInfo.SourceException);
                return Task.CompletedTask;
            }
        }
    }

    sealed class GeneratedTypes(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    sealed class FixedHostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }
}

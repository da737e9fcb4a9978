using System.Runtime.ExceptionServices;
using System.Threading.Channels;
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

    /// <summary>Functions are given up before; what takes longer waits for a storage that has gone away.</summary>
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    readonly ILogger log = logs.CreateLogger("Host.Listeners");
    readonly CancellationTokenSource stopping = new();
    readonly Channel<bool> broken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    volatile IHost? host;
    Task keeping = Task.CompletedTask;

    /// <summary>Where the host keeps what is its own: locks, and when timers ran.</summary>
    public const string HostContainer = "azure-webjobs-hosts";

    /// <summary>Starts them.</summary>
    /// <exception cref="FunctionsHostException">A trigger is wrong, or the storage does not answer.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        await StartHostAsync(stop);
        keeping = KeepAsync();
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
        await keeping;
        await StopHostAsync();
        stopping.Dispose();
    }

    void Break(Exception reason)
    {
        LogBroken(reason.GetBaseException().Message);
        // Not awaited: who reports it is one of those that are stopped.
        broken.Writer.TryWrite(true);
    }

    async Task KeepAsync()
    {
        try
        {
            while (await broken.Reader.ReadAsync(stopping.Token)) await RestartAsync();
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // What still went wrong while they were stopped is of no use to anybody.
        }
    }

    async Task RestartAsync()
    {
        for (var pause = FirstPause; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            await Task.Delay(pause, stopping.Token);
            await StopHostAsync();
            // What the old ones reported after the first report is of the same fault.
            broken.Reader.TryRead(out _);
            try
            {
                await StartHostAsync(stopping.Token);
                LogRestarted();
                return;
            }
            catch (FunctionsHostException e)
            {
                LogBroken(e.Message);
            }
        }
    }

    async Task StartHostAsync(CancellationToken stop)
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
        catch (Exception e) when (e is not (FunctionsHostException or OperationCanceledException) || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new FunctionsHostException($"The triggers cannot be listened to; an option under extensions in host.json may be at fault: {e.GetBaseException().Message}", e);
        }
    }

    async Task StopHostAsync()
    {
        if (host is not { } running) return;
        host = null;
        try
        {
            await running.StopAsync(CancellationToken.None).WaitAsync(StopLimit, CancellationToken.None);
        }
        // Those that never ran say so; and locks in a storage that has gone away cannot be released: they expire by themselves.
        catch (Exception e)
        {
            LogNotStopped(e.GetBaseException().Message);
        }
        running.Dispose();
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
            // So soon the timers of a host that was killed run again in another.
            .Configure<SingletonOptions>(o => o.ListenerLockPeriod = o.ListenerLockRecoveryPollingInterval = LockPeriod)
            .Configure<HostOptions>(o => o.ShutdownTimeout = StopLimit);
        if (options.MessageVisibility is not { } visibility) return;
        var factory = services.Last(s => s.ServiceType == typeof(AzureComponentFactory));
        services.Replace(ServiceDescriptor.Singleton<AzureComponentFactory>(provider => new MessageVisibility(Made(factory, provider), visibility)));

        static AzureComponentFactory Made(ServiceDescriptor service, IServiceProvider provider) => (AzureComponentFactory)(
            service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!));
    }

    BlobContainerClient HostBlobs()
    {
        if (settings.Connection(HostSettings.HostStorage) is { } connection) return new BlobContainerClient(connection, HostContainer);
        throw new FunctionsHostException($"The setting {HostSettings.HostStorage} is not there: set it to a connection string, for instance UseDevelopmentStorage=true.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The listeners do not run; they are started again: {Reason}")]
    partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The listeners did not stop in order: {Reason}")]
    partial void LogNotStopped(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The listeners run again.")]
    partial void LogRestarted();

    /// <summary>Not the listeners themselves: the job host disposes of its handler with itself.</summary>
    sealed class ExceptionHandlers(Action<Exception> broken) : IWebJobsExceptionHandlerFactory, IWebJobsExceptionHandler
    {
        public IWebJobsExceptionHandler Create(IHost jobHost) => this;

        // Limits of time are kept where functions are run, for all triggers alike.
        public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => Task.CompletedTask;

        public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
        {
            broken(exceptionInfo.SourceException);
            return Task.CompletedTask;
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

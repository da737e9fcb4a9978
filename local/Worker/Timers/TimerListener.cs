using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Storage;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>All timers of the application.</summary>
sealed class TimerListener(
    FunctionCatalog functions, FunctionRunner runner, StorageConnections storage, LocalSettings local,
    TimeProvider clock, IHostApplicationLifetime lifetime, ILoggerFactory loggers)
    : ListenerService(lifetime)
{
    readonly ILogger _log = loggers.CreateLogger("Host.Timers");

    protected override IEnumerable<Func<CancellationToken, Task>> Loops() =>
        functions.With<TimerTrigger>().Select(f => (Func<CancellationToken, Task>)LoopOf(f.Function, f.Trigger).RunAsync);

    TimerLoop LoopOf(FunctionDescriptor function, TimerTrigger trigger)
    {
        var hosts = storage.Blobs(null).GetBlobContainerClient(HostStorage.Container);
        var oneInstance = new SingletonLock(hosts.GetBlobClient(HostStorage.ListenerLock(local.HostId, function.Id)), local.LockPeriod, clock);
        var store = new TimerStatusStore(hosts.GetBlobClient(HostStorage.TimerStatus(local.HostId, function.Id)));
        return new TimerLoop(function, trigger, new TimerRun(runner, clock), oneInstance, store, local, clock, _log);
    }
}

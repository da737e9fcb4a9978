using Microsoft.Extensions.Hosting;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>
/// Loops that listen for work while the application runs. They get no new work once the application stops and are waited for
/// as long as the host waits at all.
/// </summary>
abstract class ListenerService(IHostApplicationLifetime lifetime) : IHostedService
{
    Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(Loops().Select(loop => Task.Run(() => loop(lifetime.ApplicationStopping), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>What runs until the token is cancelled. A loop deals with its errors itself.</summary>
    protected abstract IEnumerable<Func<CancellationToken, Task>> Loops();
}

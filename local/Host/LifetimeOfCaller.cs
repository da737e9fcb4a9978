using Microsoft.Extensions.Hosting;

namespace ServerlessIct.Local.Host;

/// <summary>Who started the host stops it: none of its servers listens for Ctrl+C by itself, which would end them in the wrong order.</summary>
sealed class LifetimeOfCaller : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

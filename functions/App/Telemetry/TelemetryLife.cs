using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ServerlessIct.App.Telemetry;

/// <summary>Begins to listen when the app starts, and sends what is left when it stops.</summary>
sealed class TelemetryLife(IServiceProvider services) : IHostedService
{
    static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The providers listen from when they are first asked for.
        _ = services.GetService<TracerProvider>();
        _ = services.GetService<MeterProvider>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            services.GetService<TracerProvider>()?.ForceFlush((int)FlushLimit.TotalMilliseconds);
            services.GetService<MeterProvider>()?.ForceFlush((int)FlushLimit.TotalMilliseconds);
        },
        CancellationToken.None);
}

using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ServerlessIct.App.Telemetry;

/// <summary>Sends traces, counters and logs to where the settings say; to nowhere, and at no cost, where they say nothing.</summary>
public static class TelemetrySetup
{
    /// <summary>The setting of the OpenTelemetry specification: the address of a collector.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The setting that names an Application Insights resource; it holds no secret where that takes identities only.</summary>
    public const string InsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting by which host and worker learn which identity sends: <c>Authorization=AAD;ClientId=…</c>.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The setting of how many traces are kept in a second.</summary>
    public const string TracesSetting = "TelemetryTracesPerSecond";

    /// <summary>Adds what the settings ask for.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public static IServiceCollection Add(IServiceCollection services, IConfiguration settings)
    {
        var toCollector = !string.IsNullOrWhiteSpace(settings[CollectorSetting]);
        var insights = settings[InsightsSetting];
        if (!toCollector && string.IsNullOrWhiteSpace(insights)) return services;
        var traces = TracesPerSecond(settings[TracesSetting]);
        IOpenTelemetryBuilder telemetry = new TelemetryBuilder(services);
        telemetry.UseFunctionsWorkerDefaults()
            .WithTracing(t => t.AddSource(DocumentTrace.SourceName))
            .WithMetrics(m => m.AddMeter(Measurements.MeterName));
        if (toCollector) telemetry.UseOtlpExporter();
        if (!string.IsNullOrWhiteSpace(insights))
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = insights;
                options.Credential = Credential(settings[AuthenticationSetting]);
                options.TracesPerSecond = traces;
                // Alerts and the runbook count on every log line, sampled trace or not.
                options.EnableTraceBasedLogsSampler = false;
            });
        return services.AddHostedService<TelemetryLife>();
    }

    /// <summary>From 0.1 to 1,000, 5 where nothing is set.</summary>
    static double TracesPerSecond(string? text) => text switch
    {
        null or "" => 5,
        _ when double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rate)
            && rate is >= 0.1 and <= 1_000 => rate,
        _ => throw new InvalidOperationException($"The setting {TracesSetting} is '{text}'; it must be a number from 0.1 to 1000."),
    };

    /// <summary>The identity that the setting names; none where the resource is to take telemetry without one.</summary>
    static TokenCredential? Credential(string? text)
    {
        var parts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase)) return null;
        var client = Array.Find(parts, p => p.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase))?["ClientId=".Length..];
        return new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client));
    }

    sealed class TelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services => services;
    }
}

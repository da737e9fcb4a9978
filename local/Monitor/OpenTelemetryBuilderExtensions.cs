using global::OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sending to Application Insights.</summary>
public static class OpenTelemetryBuilderExtensions
{
    /// <summary>Says that this build cannot.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(
        this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor) =>
        throw new NotSupportedException(
            "This is the build for one machine, which cannot send to Application Insights. Remove the setting APPLICATIONINSIGHTS_CONNECTION_STRING, " +
            "and set OTEL_EXPORTER_OTLP_ENDPOINT to send to an OpenTelemetry collector; or build with -p:RunsOn=Azure.");
}

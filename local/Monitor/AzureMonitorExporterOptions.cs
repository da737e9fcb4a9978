using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>How telemetry is sent to Application Insights.</summary>
public class AzureMonitorExporterOptions : ClientOptions
{
    /// <summary>Names the resource.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Who sends; null for nobody in particular.</summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>Whether the logs of a trace that is not kept are not kept either.</summary>
    public bool EnableTraceBasedLogsSampler { get; set; } = true;

    /// <summary>How many traces are kept in a second.</summary>
    public double? TracesPerSecond { get; set; } = 5;
}

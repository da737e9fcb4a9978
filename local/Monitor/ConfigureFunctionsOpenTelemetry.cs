using global::OpenTelemetry;
using global::OpenTelemetry.Resources;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>What telemetry of every worker has in common.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Names the service by the setting <c>WEBSITE_SITE_NAME</c>, as the official package does.</summary>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) =>
        builder.ConfigureResource(r => r.AddService(Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") ?? "serverless-ict"));
}

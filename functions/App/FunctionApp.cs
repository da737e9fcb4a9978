using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.App.Api;
using ServerlessIct.App.Backup;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.App;

/// <summary>Puts the function app together.</summary>
public static class FunctionApp
{
    /// <summary>A builder with everything the functions need.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        // Before the host's own services: its listeners then find their containers.
        builder.Services.AddHostedService<StorageSetup>();
        builder.ConfigureFunctionsWebApplication();
        AddApp(builder.Services);
        TelemetrySetup.Add(builder.Services, builder.Configuration);
        return builder;
    }

    /// <summary>The services of the app; what they need of the settings is read when they are first asked for.</summary>
    internal static IServiceCollection AddApp(IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<Measurements>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(s => StorageClients.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton(s => IngestLimits.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton(s => RebuildLimits.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton<ExtractObservations>(Extractor.Read)
        .AddSingleton<DocumentTable>()
        .AddSingleton<DocumentIssueTable>()
        .AddSingleton<ObservationTable>()
        .AddSingleton<ContentVersion>()
        .AddSingleton<SeriesTable>()
        .AddSingleton<DirtySeriesTable>()
        .AddSingleton<CorrectionTable>()
        .AddSingleton<DocumentBlobs>()
        .AddSingleton<DocumentExtractor>()
        .AddSingleton<DocumentIngestor>()
        .AddSingleton<TableBackup>()
        .AddSingleton<OrphanedObservations>()
        .AddSingleton<DocumentSweep>()
        .AddSingleton<SeriesRebuilder>()
        .AddSingleton(s => ReaderKeys.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton(s => CallerIdentity.From(s.GetRequiredService<IConfiguration>()))
        .AddSingleton(s => GcraRateLimiter.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ApiGate>()
        .AddSingleton<Provenance>()
        .AddSingleton<QualityReport>();
}

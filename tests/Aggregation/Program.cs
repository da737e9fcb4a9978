using System.CommandLine;
using System.Diagnostics;
using Azure.Core.Pipeline;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.App;
using ServerlessIct.App.Aggregate;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests;
using ServerlessIct.App.Tests.Aggregate;
using ServerlessIct.Local.Azurite;

var least = new Option<int>("--observations") { Description = "How many observations are stored at least.", DefaultValueFactory = _ => 300_000 };
var command = new RootCommand("Measures what the nightly run and a full rebuild cost, on the storage emulator.") { least };
command.SetAction(async (arguments, _) =>
{
    const int provinces = 63, indicators = 94;
    var years = Math.Max(1, (int)Math.Round(arguments.GetValue(least) / (provinces * indicators * 1.805), MidpointRounding.ToPositiveInfinity));
    await using var azurite = await AzuriteProcess.StartAsync();
    var traffic = new Traffic();
    var options = new TableClientOptions();
    options.AddPolicy(traffic, HttpPipelinePosition.PerCall);
    var storage = new StorageClients(
        new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString, options), new QueueServiceClient(azurite.ConnectionString));
    var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
    FunctionApp.AddApp(collection);
    await using var services = collection.AddSingleton(storage).BuildServiceProvider();
    await new StorageSetup(storage).StartAsync(CancellationToken.None);
    var (observations, work, rebuild) = (services.GetRequiredService<ObservationTable>(), services.GetRequiredService<WorkTable>(), services.GetRequiredService<SeriesRebuild>());
    var records = StoredWorld.Observations(provinces, indicators, years, seed: 1).ToList();
    foreach (var some in records.Chunk(10_000)) await observations.ReplaceAsync(some, [], CancellationToken.None);
    var keys = records.Select(r => new WorkKey(r.Province!, r.Observation.Indicator!)).Distinct().ToList();
    Console.WriteLine($"{records.Count} observations of {keys.Count} series");

    var full = await MeasureAsync("full rebuild, the first", () => rebuild.RunAllAsync(CancellationToken.None));
    await MeasureAsync("full rebuild, nothing changed", () => rebuild.RunAllAsync(CancellationToken.None));
    foreach (var percent in (int[])[0, 1, 10, 100])
    {
        var touched = keys.Where((_, i) => percent > 0 && i % (100 / percent) == 0).ToList();
        await observations.ReplaceAsync(touched.Select(k => StoredWorld.Newer(k.Province, k.Indicator, StoredWorld.FirstYear + years, 100 + percent)), [], CancellationToken.None);
        await work.MarkAsync(touched, CancellationToken.None);
        var rows = await MeasureAsync(FormattableString.Invariant($"nightly run, {percent} % of the series changed ({touched.Count})"), () => rebuild.RunAsync(CancellationToken.None));
        Console.WriteLine(FormattableString.Invariant($"  {100.0 * rows / full:F2} % of the rows of a full rebuild"));
    }

    async Task<int> MeasureAsync(string what, Func<Task> run)
    {
        traffic.Reset();
        var watch = Stopwatch.StartNew();
        await run();
        var rows = traffic.Rows;
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {traffic}; {traffic.RowsReadOf(StorageNames.Observations)} of them observations; {watch.Elapsed.TotalSeconds:F1} s; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        return rows;
    }
});
return await command.Parse(args).InvokeAsync();

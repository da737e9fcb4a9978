using System.CommandLine;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.Aggregation;
using ServerlessIct.App;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests;
using ServerlessIct.App.Tests.Rebuild;
using ServerlessIct.Local.Azurite;

var least = new Option<int>("--observations") { Description = "How many observations are stored at least.", DefaultValueFactory = _ => 300_000 };
var changes = new Option<int[]>("--changed")
{
    Description = "Which parts of the series change before a nightly run, in per cent.", DefaultValueFactory = _ => [0, 1, 10, 100], AllowMultipleArgumentsPerToken = true,
};
var command = new RootCommand("Measures what the nightly run and a full rebuild cost, on the storage emulator.") { least, changes };
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
    // In one run, however slow the machine is.
    await using var services = collection.AddSingleton(storage).AddSingleton(RebuildLimits.Default with { RunTime = TimeSpan.FromHours(10) }).BuildServiceProvider();
    await new StorageSetup(storage).StartAsync(CancellationToken.None);
    var (observations, dirtySeries, rebuild) = (services.GetRequiredService<ObservationTable>(), services.GetRequiredService<DirtySeriesTable>(), services.GetRequiredService<SeriesRebuilder>());
    var keys = new HashSet<SeriesKey>();
    var stored = 0;
    foreach (var some in StoredWorld.Observations(provinces, indicators, years, seed: 1).Chunk(5_000))
    {
        await observations.ReplaceAsync(some, [], CancellationToken.None);
        keys.UnionWith(some.Select(r => new SeriesKey(r.Province!, r.Observation.Indicator!)));
        stored += some.Length;
    }
    Console.WriteLine(FormattableString.Invariant($"{stored} observations of {keys.Count} series"));

    var full = await Measurement.OfAsync("full rebuild, the first", traffic, () => rebuild.RunAllAsync(CancellationToken.None));
    await Measurement.OfAsync("full rebuild, nothing changed", traffic, () => rebuild.RunAllAsync(CancellationToken.None));
    foreach (var percent in arguments.GetValue(changes)!)
    {
        var count = keys.Count * percent / 100;
        if (percent == 1) await NightAsync("1 % of the series changed, those of one province", [.. keys.GroupBy(k => k.Province, StringComparer.Ordinal).First().Take(count)], 7);
        await NightAsync(FormattableString.Invariant($"{percent} % of the series changed, spread"), [.. keys.Where((_, i) => percent > 0 && i % (100 / percent) == 0)], 100 + percent);
    }

    async Task NightAsync(string what, IReadOnlyList<SeriesKey> touched, decimal value)
    {
        await observations.ReplaceAsync(touched.Select(k => StoredWorld.Newer(k.Province, k.Indicator, StoredWorld.FirstYear + years, value)), [], CancellationToken.None);
        await dirtySeries.MarkAsync(touched, CancellationToken.None);
        var night = await Measurement.OfAsync(FormattableString.Invariant($"nightly run, {what} ({touched.Count})"), traffic, () => rebuild.RunAsync(CancellationToken.None));
        Console.WriteLine("  of the first full rebuild: " + night.Of(full));
    }
});
return await command.Parse(args).InvokeAsync();

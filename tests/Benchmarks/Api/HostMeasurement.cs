using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessIct.App;
using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;
using ServerlessIct.Local.Ict;
using static System.FormattableString;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>
/// What the way through the host costs: the same requests to the local host, which sends each to the worker as an invocation and as a request, and
/// to the app's own handlers behind a bare web server. A worker cannot be asked past a host: it answers no request without an invocation.
/// </summary>
static class HostMeasurement
{
    const int Clients = 4, Points = 10_000;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), Turn = TimeSpan.FromSeconds(3);
    static readonly string[] Addresses = ["api/v1/health/live", $"api/v1/data?indicator={SeriesFill.Keys[0].Indicator}&province={SeriesFill.Keys[0].Province}"];

    public static async Task RunAsync(int turns, TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("ict-host-");
        try
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestsPerMinute"] = "0" };
            await using var system = await LocalSystem.StartAsync(new LocalSystemOptions { Port = 0, DataFolder = folder.FullName, Settings = settings }, stop);
            await SeriesFill.FillAsync(new TableServiceClient(system.StorageConnection).GetTableClient(StorageNames.Series), Points, stop);
            await using var bare = await BareAsync(system.StorageConnection, stop);
            await output.WriteLineAsync(Invariant($"{Clients} clients; medians of {turns} turns of {Turn.TotalSeconds:0} s each"));
            foreach (var address in Addresses)
            {
                var (host, own) = (new List<Measured>(), new List<Measured>());
                foreach (var endpoint in (Uri[])[system.Endpoint, new Uri(bare.Urls.First())]) await MeasureAsync(endpoint, address, WarmUp, stop);
                for (var i = 0; i < turns; i++)
                {
                    host.Add(await MeasureAsync(system.Endpoint, address, Turn, stop));
                    own.Add(await MeasureAsync(new Uri(bare.Urls.First()), address, Turn, stop));
                }
                await output.WriteLineAsync(address);
                await output.WriteLineAsync(Invariant($"  through the host    p50 {Median(host, m => m.Milliseconds),6:0.00} ms  {Median(host, m => m.PerSecond),7:0} requests a second"));
                await output.WriteLineAsync(Invariant($"  handlers alone      p50 {Median(own, m => m.Milliseconds),6:0.00} ms  {Median(own, m => m.PerSecond),7:0} requests a second"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The app's services and two of its handlers behind a web server of this process.</summary>
    static async Task<WebApplication> BareAsync(string storage, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = storage, ["PublicRead"] = "true", ["RequestsPerMinute"] = "0" });
        FunctionApp.AddApp(builder.Services).AddSingleton<GetHealth>().AddSingleton<GetData>();
        var app = builder.Build();
        app.MapGet("api/v1/health/live", (HttpRequest request, GetHealth health, CancellationToken token) => health.Live(request, token));
        app.MapGet("api/v1/data", (HttpRequest request, GetData data, CancellationToken token) => data.Run(request, token));
        await app.StartAsync(stop);
        return app;
    }

    static async Task<Measured> MeasureAsync(Uri endpoint, string address, TimeSpan time, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = endpoint };
            var own = new List<double>();
            while (clock.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(address, stop);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(stop);
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return own;
        }, stop)));
        var all = times.SelectMany(t => t).Order().ToList();
        return new Measured(all[all.Count / 2], all.Count / clock.Elapsed.TotalSeconds);
    }

    static double Median(List<Measured> turns, Func<Measured, double> figure) => turns.Select(figure).Order().ElementAt(turns.Count / 2);

    sealed record Measured(double Milliseconds, double PerSecond);
}

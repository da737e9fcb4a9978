using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Local.Ict;
using static System.FormattableString;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>Reads of one series: through the API, bare, and answered with 304.</summary>
static class ReadMeasurement
{
    const int WarmUp = 50;

    public static async Task RunAsync(int rows, int pairs, TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("ict-read-");
        try
        {
            await using var system = await LocalSystem.StartAsync(
                new LocalSystemOptions { Port = 0, DataFolder = folder.FullName, Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestsPerMinute"] = "0" } }, stop);
            var table = new TableServiceClient(system.StorageConnection).GetTableClient(StorageNames.Series);
            await output.WriteLineAsync(Invariant($"{await SeriesFill.FillAsync(table, rows, stop)} points are stored"));
            using var http = new HttpClient { BaseAddress = system.Endpoint };
            await MeasureAsync(table, http, pairs, output, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task MeasureAsync(TableClient table, HttpClient http, int pairs, TextWriter output, CancellationToken stop)
    {
        var random = new Random(5);
        var (api, bare, known, points) = (new List<double>(), new List<double>(), new List<double>(), 0);
        for (var i = -WarmUp; i < pairs; i++)
        {
            var (indicator, province) = SeriesFill.Keys[random.Next(SeriesFill.Keys.Count)];
            var address = $"api/v1/data?indicator={indicator}&province={province}";
            string? version = null;
            var readApi = async () => version = await GetAsync(http, address, null, HttpStatusCode.OK, stop);
            var readBare = async () => points = await QueryAsync(table, indicator, province, stop);
            // Neither is always the first.
            var (a, b) = i % 2 == 0 ? (await TimeAsync(readApi), await TimeAsync(readBare)) : Swapped(await TimeAsync(readBare), await TimeAsync(readApi));
            var c = await TimeAsync(() => GetAsync(http, address, version, HttpStatusCode.NotModified, stop));
            if (i < 0) continue;
            api.Add(a);
            bare.Add(b);
            known.Add(c);
        }
        await output.WriteLineAsync(Invariant($"{pairs} pairs, {points} points a series      p50 ms   p99 ms"));
        foreach (var (name, times) in (IEnumerable<(string, List<double>)>)[("through the API", api), ("bare query", bare), ("304", known)])
            await output.WriteLineAsync(Invariant($"{name,-35} {At(times, 0.50),8:0.00} {At(times, 0.99),8:0.00}"));
        await output.WriteLineAsync(Invariant($"API / bare: p50 {At(api, 0.5) / At(bare, 0.5):0.00}, p99 {At(api, 0.99) / At(bare, 0.99):0.00}; median of the pairs {At([.. api.Zip(bare, (x, y) => x / y)], 0.5):0.00}"));
    }

    static (double, double) Swapped(double first, double second) => (second, first);

    static async Task<string?> GetAsync(HttpClient http, string address, string? version, HttpStatusCode expected, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (version is not null) request.Headers.TryAddWithoutValidation("If-None-Match", version);
        using var answer = await http.SendAsync(request, stop);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{address} was answered {answer.StatusCode}.");
        await answer.Content.ReadAsByteArrayAsync(stop);
        return answer.Headers.ETag?.ToString();
    }

    static async Task<int> QueryAsync(TableClient table, string indicator, string province, CancellationToken stop)
    {
        var (from, before) = TableKey.Range(province);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(indicator)} and RowKey ge {from} and RowKey lt {before}");
        var count = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>(filter, cancellationToken: stop)) count++;
        return count;
    }

    static async Task<double> TimeAsync<T>(Func<Task<T>> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double At(List<double> times, double share) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(share * times.Count)));
}

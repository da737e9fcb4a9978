using System.Diagnostics;
using System.Globalization;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Ict;
using static System.FormattableString;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>The app as a process of its own, and what the system says of its memory.</summary>
static class ExportMeasurement
{
    public static async Task RunAsync(int observations, TextWriter output, CancellationToken stop)
    {
        await using var azurite = await AzuriteProcess.StartAsync(cancellationToken: stop);
        await using var tables = await MadeUpTables.StartAsync(observations, stop);
        var folder = Directory.CreateTempSubdirectory("ict-export-");
        var port = MadeUpTables.FreePort();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Storage"] = tables.Instead(azurite.ConnectionString),
            ["PublicRead"] = "true",
            ["DeltaSchedule"] = "0 0 2 1 1 *",
            ["RebuildSchedule"] = "0 0 2 1 1 *",
            ["SweepSchedule"] = "0 0 2 1 1 *",
        };
        await using var app = AppProcess.Start(port, settings, Path.Combine(folder.FullName, "app.log"));
        using var http = new HttpClient { BaseAddress = new Uri(Invariant($"http://localhost:{port}/")), Timeout = Timeout.InfiniteTimeSpan };
        await WaitAsync(http, app, stop);
        await output.WriteLineAsync(Invariant($"at rest: {Megabytes(app.ProcessId, "VmRSS"):0} MB, highest so far {Megabytes(app.ProcessId, "VmHWM"):0} MB"));
        foreach (var format in (string[])["csv", "ndjson"]) await ExportAsync(http, app, format, output, stop);
    }

    static async Task ExportAsync(HttpClient http, AppProcess app, string format, TextWriter output, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync("api/v1/export?format=" + format, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[128 * 1024];
        var (bytes, lines) = (0L, 0L);
        for (int count; (count = await body.ReadAsync(buffer, stop)) > 0; bytes += count) lines += buffer.AsSpan(0, count).Count((byte)'\n');
        await output.WriteLineAsync(Invariant(
            $"{format}: {lines} lines, {bytes / 1e6:0} MB in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; memory now {Megabytes(app.ProcessId, "VmRSS"):0} MB, highest so far {Megabytes(app.ProcessId, "VmHWM"):0} MB"));
    }

    static async Task WaitAsync(HttpClient http, AppProcess app, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync("api/v1/health/live", stop);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (tries < 600 && !app.Exited.IsCompleted)
            {
                // It is still starting.
            }
            if (app.Exited.IsCompleted) throw new InvalidOperationException(app.LogTail());
            await Task.Delay(100, stop);
        }
    }

    static double Megabytes(int process, string what)
    {
        var line = File.ReadLines(Invariant($"/proc/{process}/status")).First(l => l.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_000;
    }
}

using System.Diagnostics;
using System.Globalization;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host;
using ServerlessIct.Local.Ict;
using static System.FormattableString;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>What the system says of the memory of the worker while it exports.</summary>
static class ExportMeasurement
{
    public static async Task RunAsync(int observations, TextWriter output, CancellationToken stop)
    {
        await using var azurite = await AzuriteProcess.StartAsync(cancellationToken: stop);
        await using var tables = await MadeUpTables.StartAsync(observations, stop);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Storage"] = tables.Instead(azurite.ConnectionString),
            ["PublicRead"] = "true",
        };
        foreach (var schedule in (string[])["DeltaSchedule", "RebuildSchedule", "BackupSchedule", "SweepSchedule"]) settings[schedule] = "0 0 2 1 1 *";
        await using var host = await FunctionsHost.StartAsync(LocalSystem.AppFolder, settings, stop: stop);
        using var http = new HttpClient { BaseAddress = host.Endpoint, Timeout = Timeout.InfiniteTimeSpan };
        var worker = host.WorkerProcessId ?? throw new InvalidOperationException("The worker has ended.");
        await output.WriteLineAsync(Invariant($"the worker at rest: {Megabytes(worker, "VmRSS"):0} MB, highest so far {Megabytes(worker, "VmHWM"):0} MB"));
        foreach (var format in (string[])["csv", "ndjson"]) await ExportAsync(http, worker, format, output, stop);
    }

    static async Task ExportAsync(HttpClient http, int worker, string format, TextWriter output, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync("api/v1/export?format=" + format, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[128 * 1024];
        var (bytes, lines) = (0L, 0L);
        for (int count; (count = await body.ReadAsync(buffer, stop)) > 0; bytes += count) lines += buffer.AsSpan(0, count).Count((byte)'\n');
        await output.WriteLineAsync(Invariant(
            $"{format}: {lines} lines, {bytes / 1e6:0} MB in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; memory now {Megabytes(worker, "VmRSS"):0} MB, highest so far {Megabytes(worker, "VmHWM"):0} MB"));
    }

    static double Megabytes(int process, string what)
    {
        var line = File.ReadLines(Invariant($"/proc/{process}/status")).First(l => l.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_000;
    }
}

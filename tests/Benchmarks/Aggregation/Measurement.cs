using System.Diagnostics;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests;

namespace ServerlessIct.Aggregation;

/// <summary>What a run cost.</summary>
/// <param name="Requests">Requests to tables.</param>
/// <param name="Rows">Rows that they read and wrote.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Measurement(int Requests, int Rows, double Seconds)
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures a run and prints what it cost, with the most memory that it held beyond what there was before.</summary>
    public static async Task<Measurement> OfAsync(string what, Traffic traffic, Func<Task> run)
    {
        traffic.Reset();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var ended = new CancellationTokenSource();
        var memory = WatchAsync(ended.Token);
        var watch = Stopwatch.StartNew();
        await run();
        watch.Stop();
        await ended.CancelAsync();
        var (held, resident) = await memory;
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {traffic}; {traffic.RowsReadOf(StorageNames.Observations)} of them observations; {watch.Elapsed.TotalSeconds:F1} s; most held {(held - before) / 1e6:F0} MB, garbage included; process {resident / 1e6:F0} MB"));
        return new Measurement(traffic.Requests, traffic.Rows, watch.Elapsed.TotalSeconds);
    }

    /// <summary>This as a part of another.</summary>
    public string Of(Measurement other) => FormattableString.Invariant(
        $"{100.0 * Requests / other.Requests:F2} % of the requests, {100.0 * Rows / other.Rows:F2} % of the rows, {100 * Seconds / other.Seconds:F2} % of the time");

    static async Task<(long Held, long Resident)> WatchAsync(CancellationToken ended)
    {
        using var process = Process.GetCurrentProcess();
        var (held, resident) = (0L, 0L);
        while (!ended.IsCancellationRequested)
        {
            process.Refresh();
            (held, resident) = (Math.Max(held, GC.GetTotalMemory(forceFullCollection: false)), Math.Max(resident, process.WorkingSet64));
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
        return (held, resident);
    }
}

using System.Collections.Concurrent;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Rebuild;

/// <summary>
/// Builds the touched series of some indicators, several at a time and with one reading of the observations for all of them. An indicator for which
/// that does not work, as somebody else writes it or the storage is busy, is built alone, again and again.
/// </summary>
sealed class IncrementalRebuild(ObservationTable observations, SeriesTable series, SeriesAssembler assembler)
{
    /// <summary>Indicators worked on at once.</summary>
    const int Parallel = 8;

    /// <summary>Builds some indicators.</summary>
    /// <param name="touched">The provinces of each.</param>
    /// <param name="built">Is told of every series; by one thread at a time.</param>
    /// <param name="alone">Runs a unit of work, and begins it again where that may help.</param>
    /// <param name="cancellationToken">Stops the work, perhaps in the middle.</param>
    /// <returns>What kept an indicator from being built; the others were.</returns>
    public async Task<IReadOnlyDictionary<string, Exception>> RunAsync(
        IReadOnlyDictionary<string, IReadOnlySet<string>> touched, Action<BuiltSeries> built, Func<Func<CancellationToken, ValueTask>, Task> alone,
        CancellationToken cancellationToken)
    {
        var faults = new ConcurrentDictionary<string, Exception>(StringComparer.Ordinal);
        var telling = new Lock();
        var begun = await BeginAsync(touched, cancellationToken);
        var stated = await ReadAsync(begun.Values, cancellationToken);
        await ForEachAsync(
            touched.Keys,
            async (indicator, token) =>
            {
                try
                {
                    var now = stated is not null && begun.TryGetValue(indicator, out var one) ? await EndAsync(one, stated, token) : null;
                    if (now is null) await alone(async t => now = await BuildAsync(indicator, touched[indicator], t));
                    lock (telling)
                        foreach (var single in now!) built(single);
                }
                // One indicator must not keep the others from being built.
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    faults[indicator] = e;
                }
            },
            cancellationToken);
        return faults;
    }

    async Task<IReadOnlyDictionary<string, IndicatorRebuild>> BeginAsync(IReadOnlyDictionary<string, IReadOnlySet<string>> touched, CancellationToken cancellationToken)
    {
        var begun = new ConcurrentDictionary<string, IndicatorRebuild>(StringComparer.Ordinal);
        await ForEachAsync(
            touched,
            async (indicator, token) =>
            {
                var one = new IndicatorRebuild(series, assembler, indicator.Key);
                if (await TriedAsync(() => one.BeginAsync(indicator.Value, token))) begun[indicator.Key] = one;
            },
            cancellationToken);
        return begun;
    }

    async Task<ObservationLookup?> ReadAsync(IEnumerable<IndicatorRebuild> begun, CancellationToken cancellationToken)
    {
        ObservationLookup? stated = null;
        await TriedAsync(async () => stated = await ObservationLookup.ReadAsync(observations, begun.SelectMany(b => b.Needed), cancellationToken));
        return stated;
    }

    static async Task<IReadOnlyList<BuiltSeries>?> EndAsync(IndicatorRebuild one, ObservationLookup stated, CancellationToken cancellationToken)
    {
        IReadOnlyList<BuiltSeries>? built = null;
        await TriedAsync(async () => built = await one.EndAsync(stated, cancellationToken));
        return built;
    }

    async Task<IReadOnlyList<BuiltSeries>> BuildAsync(string indicator, IReadOnlySet<string> provinces, CancellationToken cancellationToken)
    {
        var one = new IndicatorRebuild(series, assembler, indicator);
        await one.BeginAsync(provinces, cancellationToken);
        return await one.EndAsync(await ObservationLookup.ReadAsync(observations, one.Needed, cancellationToken), cancellationToken);
    }

    static async Task<bool> TriedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Azure.RequestFailedException e) when (StorageRetries.IsWorthRepeating(e))
        {
            return false;
        }
    }

    static Task ForEachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken }, work);
}

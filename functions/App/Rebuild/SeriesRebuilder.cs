using Microsoft.Extensions.Logging;
using Polly;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Rebuild;

/// <summary>
/// Builds again the series that were touched: by documents (marks of the table <c>work</c>), by corrections that were made, changed or removed,
/// or by another version of the program, which may build all differently. A mark is removed only in the version that was read before the
/// observations were: what is touched meanwhile stays marked for the next run. What a crash leaves undone is still marked.
/// </summary>
public sealed partial class SeriesRebuilder(
    StorageClients storage, ObservationTable observations, SeriesTable series, DirtySeriesTable dirtySeries, CorrectionTable corrections, ContentVersion version,
    RebuildLimits limits, TimeProvider time, Measurements measurements, ILogger<SeriesRebuilder> log)
{
    /// <summary>Marks are removed after this many indicators, so that a crash does not set a run back to its beginning.</summary>
    const int IndicatorsBetweenMarks = 32;

    /// <summary>
    /// A series read alone costs some five times what it costs in a pass over the whole table, by the time that requests take;
    /// below the least number it is not worth asking.
    /// </summary>
    const int SeriesPerPage = 5, RowsPerPage = 1_000, FewSeries = 500;

    readonly ResiliencePipeline retries = StorageRetries.Pipeline(time, measurements);

    /// <summary>Does the work that is there now.</summary>
    /// <returns>How many series were built.</returns>
    /// <exception cref="AggregateException">Some indicators could not be built; the others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var state = await dirtySeries.StateAsync(cancellationToken);
        if (state.IsFullRebuildPending || state.Rules != SeriesAssembler.Rules) return await RunAllAsync(cancellationToken);
        var marks = await dirtySeries.ReadMarksAsync(cancellationToken);
        var (known, before) = await corrections.AllAsync(cancellationToken);
        var statuses = new CorrectionStatuses(known, before);
        var touched = marks.Select(m => m.Key).Concat(statuses.Touched()).ToHashSet();
        foreach (var key in touched.ToList())
            touched.UnionWith(statuses.Set.TargetsOf(key.Province, key.Indicator).Select(i => key with { Indicator = i }));
        if (touched.Count > Math.Max(FewSeries, SeriesPerPage * (state.Observations / RowsPerPage))) return await RunAllAsync(cancellationToken);
        await RunAsync(touched, marks, statuses, cancellationToken);
        var failed = await statuses.SaveAsync(corrections, cancellationToken);
        await dirtySeries.SaveStateAsync(state with { Ended = time.GetUtcNow(), FailedCorrections = failed }, cancellationToken);
        if (touched.Count > 0) LogBuilt(touched.Count);
        return touched.Count;
    }

    /// <summary>
    /// Builds every series, whether touched or not; where such a rebuild was broken off or stopped, goes on with it. Where the time that one call
    /// may take is up, a message has another go on.
    /// </summary>
    /// <returns>How many series were built by this call.</returns>
    public async Task<int> RunAllAsync(CancellationToken cancellationToken)
    {
        var state = await dirtySeries.StateAsync(cancellationToken);
        // A run that is broken off is made good by the next, whoever starts it.
        await dirtySeries.SaveStateAsync(state with { IsFullRebuildPending = true }, cancellationToken);
        var run = new FullRebuildRun(observations, series, dirtySeries, corrections, version, limits, time, anew: !state.IsFullRebuildPending);
        var (count, until) = (0, time.GetUtcNow() + limits.RunTime);
        var read = await retries.ExecuteAsync(
            async token => await run.RunAsync(
                until,
                built =>
                {
                    count++;
                    Measure(built);
                },
                token),
            cancellationToken);
        if (read is { } all) LogAllBuilt(count, all);
        else await HaveContinuedAsync(count, cancellationToken);
        return count;
    }

    /// <summary>Goes on with a full rebuild where one is under way.</summary>
    /// <returns>How many series were built by this call.</returns>
    public async Task<int> ContinueAsync(CancellationToken cancellationToken) =>
        (await dirtySeries.StateAsync(cancellationToken)).IsFullRebuildPending ? await RunAllAsync(cancellationToken) : 0;

    async Task HaveContinuedAsync(int count, CancellationToken cancellationToken)
    {
        // The form in which the host expects messages.
        var message = Convert.ToBase64String("go on"u8);
        await storage.Queues.GetQueueClient(StorageNames.ContinueRebuild).SendMessageAsync(message, cancellationToken);
        LogStopped(count);
    }

    async Task RunAsync(IReadOnlySet<SeriesKey> touched, IReadOnlyList<DirtyMark> marks, CorrectionStatuses statuses, CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        var incremental = new IncrementalRebuild(observations, series, new SeriesAssembler(statuses.Set));
        var marksOf = marks.ToLookup(m => m.Key.Indicator, StringComparer.Ordinal);
        var byIndicator = touched.GroupBy(k => k.Indicator, k => k.Province, StringComparer.Ordinal);
        foreach (var some in byIndicator.Select(g => (Indicator: g.Key, Provinces: g.ToHashSet(StringComparer.Ordinal))).Chunk(IndicatorsBetweenMarks))
        {
            var left = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (indicator, fault) in await BuildAsync(incremental, some, statuses, cancellationToken))
            {
                left.Add(indicator);
                faults.Add(fault);
                LogLeft(fault, indicator);
            }
            // Before the marks go: a run that a crash broke off is done again, and says so again.
            await version.RenewAsync(cancellationToken);
            await dirtySeries.DoneAsync(some.Where(s => !left.Contains(s.Indicator)).SelectMany(s => marksOf[s.Indicator]), cancellationToken);
        }
        if (faults.Count > 0) throw new AggregateException("Some indicators could not be built; their marks stay for the next run.", faults);
    }

    async Task<IReadOnlyDictionary<string, Exception>> BuildAsync(
        IncrementalRebuild rebuild, IReadOnlyList<(string Indicator, HashSet<string> Provinces)> some, CorrectionStatuses statuses, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, Exception>(await rebuild.RunAsync(
            some.Where(s => s.Indicator != SeriesKey.Uncatalogued).ToDictionary(s => s.Indicator, IReadOnlySet<string> (s) => s.Provinces, StringComparer.Ordinal),
            built =>
            {
                statuses.Note(built.Outcomes);
                Measure(built);
            },
            work => retries.ExecuteAsync(work, cancellationToken).AsTask(),
            cancellationToken), StringComparer.Ordinal);
        try
        {
            foreach (var province in some.Where(s => s.Indicator == SeriesKey.Uncatalogued).SelectMany(s => s.Provinces))
                await retries.ExecuteAsync(async token => await CountSubjectsAsync(province, token), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            faults[SeriesKey.Uncatalogued] = e;
        }
        return faults;
    }

    async Task CountSubjectsAsync(string province, CancellationToken cancellationToken)
    {
        var stored = await series.StoredSubjectsAsync(province, cancellationToken);
        var subjects = new SubjectTally();
        await foreach (var record in observations.UncataloguedAsync(province, cancellationToken))
            subjects.Add(record.Observation.Label, record.Document, record.Ordinal);
        var change = subjects.Observations > 0 ? stored.Put(SeriesRows.Of(province, subjects)) : null;
        await series.SubmitAsync([.. change is null ? [] : (IEnumerable<Azure.Data.Tables.TableTransactionAction>)[change], .. stored.RemoveRest(_ => true)], cancellationToken);
    }

    void Measure(BuiltSeries built)
    {
        foreach (var verdict in built.Points.SelectMany(p => p.Deltas).CountBy(d => d.Verdict)) measurements.Built(verdict.Key, verdict.Value);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The series of {Indicator} could not be built.")]
    partial void LogLeft(Exception fault, string indicator);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} series were built again.")]
    partial void LogBuilt(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "All series were built again from {Observations} observations; {Count} of them by this call.")]
    partial void LogAllBuilt(int count, int observations);

    [LoggerMessage(Level = LogLevel.Information, Message = "The time for one call is up after {Count} series; a message has another go on.")]
    partial void LogStopped(int count);
}

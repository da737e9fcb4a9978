using Microsoft.Extensions.Logging;
using Polly;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Aggregate;

/// <summary>
/// Builds again the series that were touched, and the ranks of their indicators. A mark is removed only in the version that was read before
/// the observations were: what is touched meanwhile stays marked for the next run.
/// </summary>
public sealed partial class SeriesRebuild(
    ObservationTable observations, SeriesTable series, WorkTable work, TimeProvider time,
    Measurements measurements, ILogger<SeriesRebuild> log)
{
    readonly ResiliencePipeline retries = StorageRetries.Pipeline(time, measurements);

    /// <summary>Does the work that is marked now.</summary>
    /// <returns>How many series were built.</returns>
    /// <exception cref="AggregateException">Some indicators could not be built; the others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        var marks = new List<WorkMark>();
        await foreach (var mark in work.AllAsync(cancellationToken)) marks.Add(mark);
        foreach (var indicator in marks.GroupBy(m => m.Key.Indicator, StringComparer.Ordinal))
        {
            var touched = indicator.Select(m => m.Key.Province).ToHashSet(StringComparer.Ordinal);
            try
            {
                await retries.ExecuteAsync(async token => await RebuildAsync(indicator.Key, touched, token), cancellationToken);
                foreach (var mark in indicator) await work.DoneAsync(mark, cancellationToken);
            }
            // One indicator must not keep the others from being built; its marks stay for the next run.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                faults.Add(e);
                LogLeft(e, indicator.Key);
            }
        }
        if (faults.Count > 0) throw new AggregateException("Some indicators could not be built; their marks stay for the next run.", faults);
        await work.SaveLastRunAsync(time.GetUtcNow(), cancellationToken);
        if (marks.Count > 0) LogBuilt(marks.Count);
        return marks.Count;
    }

    async Task RebuildAsync(string indicator, HashSet<string> provinces, CancellationToken cancellationToken)
    {
        // The versions are read before the observations: of two runs at once, the one that saw less cannot overwrite the other.
        var stored = await series.OfIndicatorAsync(indicator, cancellationToken);
        var points = stored.Select(s => s.Point).Where(p => !provinces.Contains(p.Province)).ToList();
        foreach (var province in provinces) points.AddRange(await BuildAsync(new WorkKey(province, indicator), cancellationToken));
        await series.ReplaceAsync(stored, Ranked(indicator, points), cancellationToken);
        foreach (var verdict in points.Where(p => provinces.Contains(p.Province)).SelectMany(p => p.Deltas).CountBy(d => d.Verdict))
            measurements.Built(verdict.Key, verdict.Value);
    }

    async Task<IReadOnlyList<SeriesPoint>> BuildAsync(WorkKey key, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        await foreach (var record in observations.OfSeriesAsync(key, cancellationToken))
            if (CandidateOf(key, record) is { } candidate) candidates.Add(candidate);
        return SeriesBuilder.Build(key.Province, key.Indicator, candidates);
    }

    static IReadOnlyList<SeriesPoint> Ranked(string indicator, IEnumerable<SeriesPoint> points) =>
        Ranking.Assign(points, IndicatorCatalogue.Default.Find(indicator)?.Better ?? "none");

    /// <summary>An observation of no known period is in no series.</summary>
    static Candidate? CandidateOf(WorkKey key, ObservationRecord record) => record.Observation.Period is not { } period ? null : new Candidate
    {
        Province = key.Province,
        Indicator = key.Indicator,
        Period = period,
        Kind = record.Observation.Kind,
        Value = record.Observation.Value,
        Unit = record.Observation.Unit,
        Total = record.Observation.Total,
        Qualifier = record.Observation.Qualifier,
        Comparisons = record.Observation.Comparisons,
        Document = record.Document,
        Ordinal = record.Ordinal,
        ReceivedAt = record.ReceivedAt,
        DocumentPeriod = record.DocumentPeriod,
        Label = record.Observation.Label,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The series of {Indicator} could not be built.")]
    partial void LogLeft(Exception fault, string indicator);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} series were built again.")]
    partial void LogBuilt(int count);
}

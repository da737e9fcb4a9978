using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Aggregate;

/// <summary>
/// Builds every series in one pass over the observations, province by province, and gives the same rows as building them one by one.
/// Only what differs is written. It keeps a province's observations, all chosen figures and the keys of the stored rows in memory.
/// </summary>
sealed class FullRebuild(ObservationTable observations, SeriesTable series, SeriesAssembly assembly, StoredSeries stored)
{
    /// <summary>As many changes of one partition as a transaction may have.</summary>
    const int FlushAt = 100;

    readonly Dictionary<string, List<TableTransactionAction>> waiting = new(StringComparer.Ordinal);
    readonly Dictionary<(string Indicator, Period Period), Dictionary<string, PlaceFigure>> figures = [];
    readonly List<(WorkKey Key, IReadOnlyList<Candidate> Corrected, IReadOnlyList<CorrectionOutcome> Outcomes)> postponed = [];

    /// <summary>How many observations were read.</summary>
    public int Observations { get; private set; }

    /// <summary>Brings the whole table in line.</summary>
    /// <param name="built">Is told of every series.</param>
    /// <param name="cancellationToken">Stops the work, perhaps in the middle; what is written is right.</param>
    public async Task RunAsync(Action<BuiltSeries> built, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (province, records) in ByProvinceAsync(cancellationToken))
        {
            seen.Add(province);
            if (records.Subjects.Observations > 0) await PutAsync(SeriesRows.Of(province, records.Subjects), cancellationToken);
            if (province != ObservationTable.Unassigned) await BuildAsync(province, records.Stated, built, cancellationToken);
        }
        foreach (var province in assembly.Corrections.All.Select(c => c.Province).Distinct(StringComparer.Ordinal).Where(p => !seen.Contains(p)))
            await BuildAsync(province, new(StringComparer.Ordinal), built, cancellationToken);
        foreach (var (key, corrected, outcomes) in postponed) await PutAsync(assembly.Build(key, corrected, outcomes, Elsewhere(key.Indicator)), built, cancellationToken);
        foreach (var (key, section) in figures.OrderBy(f => f.Key.Indicator, StringComparer.Ordinal).ThenBy(f => f.Key.Period))
            await PutAsync(SeriesRows.Of(key.Indicator, new CrossSection(key.Period, section.Values)), cancellationToken);
        foreach (var change in stored.RemoveRest((_, _) => true)) await WaitAsync(change, cancellationToken);
        foreach (var changes in waiting.Values) await series.SubmitAsync(changes, cancellationToken);
    }

    async IAsyncEnumerable<(string Province, ProvinceRecords Records)> ByProvinceAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? current = null;
        var records = new ProvinceRecords();
        await foreach (var record in observations.AllAsync(cancellationToken))
        {
            Observations++;
            var province = record.Province ?? ObservationTable.Unassigned;
            if (current is not null && current != province)
            {
                yield return (current, records);
                records = new ProvinceRecords();
            }
            current = province;
            records.Add(record);
        }
        if (current is not null) yield return (current, records);
    }

    async Task BuildAsync(
        string province, Dictionary<string, List<Candidate>> stated, Action<BuiltSeries> built, CancellationToken cancellationToken)
    {
        foreach (var correction in assembly.Corrections.All.Where(c => c.Province == province)) stated.TryAdd(correction.Indicator, []);
        var applied = stated.ToDictionary(s => s.Key, s => assembly.Corrections.Apply(province, s.Key, s.Value), StringComparer.Ordinal);
        var corrected = applied.Values.SelectMany(a => a.Corrected).ToLookup(c => c.Indicator, StringComparer.Ordinal);
        foreach (var indicator in applied.Keys.Union(corrected.Select(c => c.Key)).Order(StringComparer.Ordinal))
        {
            var key = new WorkKey(province, indicator);
            var outcomes = applied.TryGetValue(indicator, out var own) ? own.Outcomes : [];
            // A province formed in July 2025 is compared with its parts, which may not have been read yet.
            if (Territory.PartsOf(province).Count > 0 && corrected[indicator].Any(c => Territory.IsSinceMerger(c.Period)))
                postponed.Add((key, [.. corrected[indicator]], outcomes));
            else
                await PutAsync(assembly.Build(key, corrected[indicator], outcomes, (_, _) => null), built, cancellationToken);
        }
    }

    Func<string, Period, PlaceFigure?> Elsewhere(string indicator) =>
        (place, period) => figures.GetValueOrDefault((indicator, period))?.GetValueOrDefault(place);

    async Task PutAsync(BuiltSeries one, Action<BuiltSeries> built, CancellationToken cancellationToken)
    {
        foreach (var point in one.Points)
        {
            if (Ranking.FigureOf(point) is { } figure)
            {
                if (!figures.TryGetValue((point.Indicator, point.Period), out var section))
                    figures.Add((point.Indicator, point.Period), section = new(StringComparer.Ordinal));
                section[point.Province] = figure;
            }
            await PutAsync(SeriesRows.Of(point), cancellationToken);
        }
        if (one.Issues.Count > 0) await PutAsync(SeriesRows.Of(one.Key.Indicator, one.Key.Province, one.Issues), cancellationToken);
        built(one);
    }

    async Task PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        if (stored.Put(row) is { } change) await WaitAsync(change, cancellationToken);
    }

    async Task WaitAsync(TableTransactionAction change, CancellationToken cancellationToken)
    {
        var partition = change.Entity.PartitionKey;
        if (!waiting.TryGetValue(partition, out var changes)) waiting.Add(partition, changes = []);
        changes.Add(change);
        if (changes.Count < FlushAt) return;
        await series.SubmitAsync(changes, cancellationToken);
        changes.Clear();
    }

    sealed class ProvinceRecords
    {
        public Dictionary<string, List<Candidate>> Stated { get; } = new(StringComparer.Ordinal);

        public SubjectTally Subjects { get; } = new();

        public void Add(ObservationRecord record)
        {
            if (record.Observation.Indicator is null) Subjects.Add(record.Observation.Label, record.Document, record.Ordinal);
            if (SeriesAssembly.CandidateOf(record) is not { } candidate) return;
            if (!Stated.TryGetValue(candidate.Indicator, out var stated)) Stated.Add(candidate.Indicator, stated = []);
            stated.Add(candidate);
        }
    }
}

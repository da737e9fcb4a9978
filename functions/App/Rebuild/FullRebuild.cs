using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>
/// Builds every series in one pass over the observations, province by province, and gives the same rows as building them one by one.
/// Only what differs is written. It holds a province's observations, all chosen figures, and the versions of stored rows that it has not come to.
/// </summary>
/// <param name="observations">What is read.</param>
/// <param name="series">What is written.</param>
/// <param name="assembler">How series are made.</param>
/// <param name="stored">The rows of the provinces behind <paramref name="after"/>, and the cross-sections.</param>
/// <param name="figures">The figures of the provinces up to <paramref name="after"/>.</param>
/// <param name="after">The last province that is done already, in the order of <see cref="RebuildOrder"/>; null where none is.</param>
sealed class FullRebuild(
    ObservationTable observations, SeriesTable series, SeriesAssembler assembler, StoredSeries stored, RebuiltFigures figures, string? after)
{
    /// <summary>As many changes of one partition as a transaction may have.</summary>
    const int FlushAt = 100;

    readonly Dictionary<string, List<TableTransactionAction>> waiting = new(StringComparer.Ordinal);

    /// <summary>How many observations the provinces have that were built.</summary>
    public int Observations { get; private set; }

    /// <summary>How many changes were made since all was last written.</summary>
    public int Changes { get; private set; }

    /// <summary>Makes the rows of the provinces, one after the other; who asks may write them and stop between two.</summary>
    /// <param name="built">Is told of every series.</param>
    /// <param name="cancellationToken">Stops the work, perhaps in the middle; what is written is right.</param>
    /// <returns>Each province when its rows are made, and those of provinces before it are removed that no longer have any.</returns>
    public async IAsyncEnumerable<string> BuildAsync(Action<BuiltSeries> built, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (province, records) in WithCorrectedAsync(cancellationToken))
        {
            if (records.Subjects.Observations > 0) await PutAsync(SeriesRows.Of(province, records.Subjects), cancellationToken);
            if (province != ObservationTable.Unassigned) await BuildAsync(province, records.Stated, built, cancellationToken);
            await RemoveAsync(p => p != SeriesRows.NoProvince && RebuildOrder.Default.Compare(p, province) <= 0, cancellationToken);
            yield return province;
        }
    }

    /// <summary>Makes the cross-sections, when all provinces are built, and writes all that waits.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (indicator, section) in figures.Sections) await PutAsync(SeriesRows.Of(indicator, section), cancellationToken);
        await RemoveAsync(_ => true, cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Writes all that waits.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var changes in waiting.Values.Where(w => w.Count > 0)) await FlushAsync(changes, cancellationToken);
        Changes = 0;
    }

    /// <summary>The provinces with observations, and between them those that only corrections name.</summary>
    async IAsyncEnumerable<(string Province, ProvinceRecords Records)> WithCorrectedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var order = RebuildOrder.Default;
        var corrected = new SortedSet<string>(assembler.Corrections.All.Select(c => c.Province).Where(p => after is null || order.Compare(p, after) > 0), order);
        await foreach (var (province, records) in ByProvinceAsync(cancellationToken))
        {
            corrected.Remove(province);
            while (corrected.Count > 0 && order.Compare(corrected.Min, province) < 0)
            {
                var alone = corrected.Min!;
                corrected.Remove(alone);
                yield return (alone, new ProvinceRecords());
            }
            yield return (province, records);
        }
        foreach (var alone in corrected) yield return (alone, new ProvinceRecords());
    }

    async IAsyncEnumerable<(string Province, ProvinceRecords Records)> ByProvinceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? current = null;
        var records = new ProvinceRecords();
        await foreach (var record in RecordsAsync(cancellationToken))
        {
            var province = record.Province ?? ObservationTable.Unassigned;
            if (current is not null && current != province)
            {
                Observations += records.Count;
                yield return (current, records);
                records = new ProvinceRecords();
            }
            current = province;
            records.Add(record);
        }
        if (current is null) yield break;
        Observations += records.Count;
        yield return (current, records);
    }

    /// <summary>The observations, in the order of the provinces: the ranges between those that come last, and then these.</summary>
    async IAsyncEnumerable<ObservationRecord> RecordsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLast = after is not null && RebuildOrder.IsLast(after);
        var from = after;
        foreach (var before in RebuildOrder.Last.Append(null))
        {
            if (isLast || (before is not null && from is not null && string.CompareOrdinal(before, from) < 0)) continue;
            await foreach (var record in observations.BetweenAsync(from, before, cancellationToken)) yield return record;
            from = before;
        }
        foreach (var province in RebuildOrder.Last.Where(p => !isLast || string.CompareOrdinal(p, after) > 0))
            await foreach (var record in observations.OfProvinceAsync(province, cancellationToken)) yield return record;
    }

    async Task BuildAsync(
        string province, Dictionary<string, List<Candidate>> stated, Action<BuiltSeries> built, CancellationToken cancellationToken)
    {
        foreach (var correction in assembler.Corrections.All.Where(c => c.Province == province)) stated.TryAdd(correction.Indicator, []);
        var applied = stated.ToDictionary(s => s.Key, s => assembler.Corrections.Apply(province, s.Key, s.Value), StringComparer.Ordinal);
        var corrected = applied.Values.SelectMany(a => a.Corrected).ToLookup(c => c.Indicator, StringComparer.Ordinal);
        foreach (var indicator in applied.Keys.Union(corrected.Select(c => c.Key)).Order(StringComparer.Ordinal))
        {
            var outcomes = applied.TryGetValue(indicator, out var own) ? own.Outcomes : [];
            var one = assembler.Build(new SeriesKey(province, indicator), corrected[indicator], outcomes, (place, period) => figures.Of(indicator, period, place));
            await PutAsync(one, cancellationToken);
            built(one);
        }
    }

    async Task PutAsync(BuiltSeries one, CancellationToken cancellationToken)
    {
        foreach (var point in one.Points)
        {
            if (Ranking.FigureOf(point) is { } figure) figures.Add(point.Indicator, point.Period, figure);
            await PutAsync(SeriesRows.Of(point), cancellationToken);
        }
        if (one.Issues.Count > 0) await PutAsync(SeriesRows.Of(one.Key.Indicator, one.Key.Province, one.Issues), cancellationToken);
    }

    async Task PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        if (stored.Put(row) is { } change) await WaitAsync(change, cancellationToken);
    }

    async Task RemoveAsync(Func<string, bool> concerns, CancellationToken cancellationToken)
    {
        foreach (var change in stored.RemoveRest(concerns)) await WaitAsync(change, cancellationToken);
    }

    async Task WaitAsync(TableTransactionAction change, CancellationToken cancellationToken)
    {
        var partition = change.Entity.PartitionKey;
        if (!waiting.TryGetValue(partition, out var changes)) waiting.Add(partition, changes = []);
        changes.Add(change);
        Changes++;
        if (changes.Count >= FlushAt) await FlushAsync(changes, cancellationToken);
    }

    async Task FlushAsync(List<TableTransactionAction> changes, CancellationToken cancellationToken)
    {
        await series.SubmitAsync(changes, cancellationToken);
        changes.Clear();
    }
}

/// <summary>What the observations of a province are worth to its series.</summary>
sealed class ProvinceRecords
{
    /// <summary>The claims by indicator.</summary>
    public Dictionary<string, List<Candidate>> Stated { get; } = new(StringComparer.Ordinal);

    /// <summary>What no indicator names.</summary>
    public SubjectTally Subjects { get; } = new();

    /// <summary>How many observations there are, whether they are worth something or not.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an observation.</summary>
    public void Add(ObservationRecord record)
    {
        Count++;
        if (record.Observation.Indicator is null) Subjects.Add(record.Observation.Label, record.Document, record.Ordinal);
        if (SeriesAssembler.CandidateOf(record) is not { } candidate) return;
        if (!Stated.TryGetValue(candidate.Indicator, out var stated)) Stated.Add(candidate.Indicator, stated = []);
        stated.Add(candidate);
    }
}

/// <summary>The chosen figures of a full rebuild, indicator by indicator and period by period: what cross-sections are made of at its end.</summary>
sealed class RebuiltFigures
{
    readonly Dictionary<(string Indicator, Period Period), Dictionary<string, PlaceFigure>> figures = [];

    /// <summary>Every cross-section, in the order of the rows.</summary>
    public IEnumerable<(string Indicator, CrossSection Section)> Sections =>
        figures.OrderBy(f => f.Key.Indicator, StringComparer.Ordinal).ThenBy(f => f.Key.Period)
            .Select(f => (f.Key.Indicator, new CrossSection(f.Key.Period, f.Value.Values)));

    /// <summary>Adds the figure of a place.</summary>
    public void Add(string indicator, Period period, PlaceFigure figure)
    {
        if (!figures.TryGetValue((indicator, period), out var section)) figures.Add((indicator, period), section = new(StringComparer.Ordinal));
        section[figure.Place] = figure;
    }

    /// <summary>The figure of a place; null where there is none yet.</summary>
    public PlaceFigure? Of(string indicator, Period period, string place) => figures.GetValueOrDefault((indicator, period))?.GetValueOrDefault(place);
}

/// <summary>
/// In which order a full rebuild takes the provinces: by slug, but the provinces formed in July 2025 last, as their figures are compared with
/// those of their parts.
/// </summary>
sealed class RebuildOrder : IComparer<string>
{
    RebuildOrder()
    {
    }

    /// <summary>The order.</summary>
    public static RebuildOrder Default { get; } = new();

    /// <summary>The provinces that come last, in their order.</summary>
    public static IReadOnlyList<string> Last { get; } =
        [.. Gazetteer.Default.Since2025.Select(p => p.Slug).Where(IsLast).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a province is one of those that come last.</summary>
    public static bool IsLast(string province) => Territory.PartsOf(province).Count > 0;

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var sorts = IsLast(x).CompareTo(IsLast(y));
        return sorts != 0 ? sorts : string.CompareOrdinal(x, y);
    }
}

using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Aggregate;

/// <summary>Builds the touched series of one indicator, and its cross-sections with them: what else is stored of the indicator is not read.</summary>
sealed class IndicatorRebuild(ObservationTable observations, SeriesTable series, SeriesAssembly assembly, string indicator)
{
    /// <summary>Series read at once.</summary>
    const int Parallel = 8;

    readonly Dictionary<Period, Dictionary<string, PlaceFigure>> figures = [];

    /// <summary>Brings the series of some provinces in line with the observations.</summary>
    /// <returns>The series as they are now.</returns>
    public async Task<IReadOnlyList<BuiltSeries>> RunAsync(IReadOnlyCollection<string> touched, CancellationToken cancellationToken)
    {
        // Versions first: see StoredSeries.
        var stored = await series.StoredAsync(indicator, touched, cancellationToken);
        var wholes = touched.Select(Territory.WholeOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(w => !touched.Contains(w) && stored.SectionsOf(indicator).Any(s => Territory.IsSinceMerger(s.Key) && s.Value.Of(w) is not null)).ToList();
        if (wholes.Count > 0) stored.Add(await series.StoredAsync(indicator, wholes, cancellationToken));
        foreach (var (period, section) in stored.SectionsOf(indicator))
            figures[period] = section.Figures.ToDictionary(f => f.Place, StringComparer.Ordinal);
        var provinces = touched.Concat(wholes).Order(StringComparer.Ordinal).ToList();
        var read = await ReadAsync(provinces, cancellationToken);
        // A province formed in July 2025 is compared with its parts: they come first.
        var built = provinces.OrderBy(p => Territory.PartsOf(p).Count > 0).Select(p => Build(p, read[p])).ToList();
        await series.SubmitAsync(Changes(stored, built), cancellationToken);
        return built;
    }

    async Task<IReadOnlyDictionary<string, (IReadOnlyList<Candidate> Corrected, IReadOnlyList<CorrectionOutcome> Outcomes)>> ReadAsync(
        IReadOnlyList<string> provinces, CancellationToken cancellationToken)
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<string, (IReadOnlyList<Candidate>, IReadOnlyList<CorrectionOutcome>)>(StringComparer.Ordinal);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            provinces,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (province, token) => found[province] = await ReadAsync(province, token));
        return found;
    }

    async Task<(IReadOnlyList<Candidate> Corrected, IReadOnlyList<CorrectionOutcome> Outcomes)> ReadAsync(string province, CancellationToken cancellationToken)
    {
        var (own, outcomes) = assembly.Corrections.Apply(province, indicator, await StatedAsync(new WorkKey(province, indicator), cancellationToken));
        var corrected = own.Where(c => c.Indicator == indicator).ToList();
        foreach (var source in assembly.Corrections.SourcesOf(province, indicator))
        {
            var stated = await StatedAsync(new WorkKey(province, source), cancellationToken);
            corrected.AddRange(assembly.Corrections.Apply(province, source, stated).Corrected.Where(c => c.Indicator == indicator));
        }
        return (corrected, outcomes);
    }

    async Task<IReadOnlyList<Candidate>> StatedAsync(WorkKey key, CancellationToken cancellationToken)
    {
        var stated = new List<Candidate>();
        await foreach (var record in observations.OfSeriesAsync(key, cancellationToken))
            if (SeriesAssembly.CandidateOf(record) is { } candidate) stated.Add(candidate);
        return stated;
    }

    BuiltSeries Build(string province, (IReadOnlyList<Candidate> Corrected, IReadOnlyList<CorrectionOutcome> Outcomes) read)
    {
        var built = assembly.Build(
            new WorkKey(province, indicator), read.Corrected, read.Outcomes,
            (other, period) => figures.GetValueOrDefault(period)?.GetValueOrDefault(other));
        foreach (var section in figures.Values) section.Remove(province);
        foreach (var figure in built.Points.Select(p => (p.Period, Figure: Ranking.FigureOf(p))).Where(f => f.Figure is not null))
        {
            if (!figures.TryGetValue(figure.Period, out var section)) figures.Add(figure.Period, section = new(StringComparer.Ordinal));
            section[province] = figure.Figure!;
        }
        return built;
    }

    IEnumerable<TableTransactionAction> Changes(StoredSeries stored, IReadOnlyList<BuiltSeries> built)
    {
        var provinces = built.Select(b => b.Key.Province).ToHashSet(StringComparer.Ordinal);
        var rows = built.SelectMany(b => b.Points.Select(SeriesRows.Of))
            .Concat(built.Where(b => b.Issues.Count > 0).Select(b => SeriesRows.Of(indicator, b.Key.Province, b.Issues)))
            .Concat(figures.Where(f => f.Value.Count > 0).OrderBy(f => f.Key).Select(f => SeriesRows.Of(indicator, new CrossSection(f.Key, f.Value.Values))));
        var changes = rows.Select(stored.Put).OfType<TableTransactionAction>().ToList();
        changes.AddRange(stored.RemoveRest(province => province == SeriesRows.NoProvince || provinces.Contains(province)));
        return changes;
    }
}

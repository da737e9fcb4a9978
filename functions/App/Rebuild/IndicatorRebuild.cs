using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>Builds the touched series of one indicator, and its cross-sections with them: what else is stored of the indicator is not read.</summary>
sealed class IndicatorRebuild(SeriesTable series, SeriesAssembler assembler, string indicator)
{
    readonly Dictionary<Period, Dictionary<string, PlaceFigure>> figures = [];
    IReadOnlyList<string> provinces = [];
    StoredSeries stored = new();

    /// <summary>Whose observations are needed, once it has begun.</summary>
    public IEnumerable<SeriesKey> Needed => provinces.SelectMany(
        province => assembler.Corrections.SourcesOf(province, indicator).Prepend(indicator), (province, source) => new SeriesKey(province, source));

    /// <summary>Reads what is stored of the series of some provinces. The observations must be read after it: see <see cref="StoredSeries"/>.</summary>
    public async Task BeginAsync(IReadOnlyCollection<string> touched, CancellationToken cancellationToken)
    {
        stored = await series.StoredAsync(indicator, touched, cancellationToken);
        var wholes = touched.Select(Territory.WholeOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(w => !touched.Contains(w) && stored.SectionsOf(indicator).Any(s => Territory.IsSinceMerger(s.Key) && s.Value.Of(w) is not null)).ToList();
        if (wholes.Count > 0) stored.Add(await series.StoredAsync(indicator, wholes, cancellationToken));
        foreach (var (period, section) in stored.SectionsOf(indicator))
            figures[period] = section.Figures.ToDictionary(f => f.Place, StringComparer.Ordinal);
        provinces = [.. touched.Concat(wholes).Order(StringComparer.Ordinal)];
    }

    /// <summary>Brings the series in line with the observations. To be called once.</summary>
    /// <returns>The series as they are now.</returns>
    /// <exception cref="Azure.RequestFailedException">409 or 412: somebody else wrote a row meanwhile; all of it must be begun again.</exception>
    public async Task<IReadOnlyList<BuiltSeries>> EndAsync(ObservationLookup stated, CancellationToken cancellationToken)
    {
        // A province formed in July 2025 is compared with its parts: they come first.
        var built = provinces.OrderBy(p => Territory.PartsOf(p).Count > 0).Select(p => Build(p, stated)).ToList();
        await series.SubmitAsync(Changes(built), cancellationToken);
        return built;
    }

    BuiltSeries Build(string province, ObservationLookup stated)
    {
        var (own, outcomes) = assembler.Corrections.Apply(province, indicator, stated.Of(new SeriesKey(province, indicator)));
        var corrected = own.Where(c => c.Indicator == indicator).ToList();
        foreach (var source in assembler.Corrections.SourcesOf(province, indicator))
            corrected.AddRange(assembler.Corrections.Apply(province, source, stated.Of(new SeriesKey(province, source))).Corrected.Where(c => c.Indicator == indicator));
        var built = assembler.Build(
            new SeriesKey(province, indicator), corrected, outcomes, (other, period) => figures.GetValueOrDefault(period)?.GetValueOrDefault(other));
        foreach (var section in figures.Values) section.Remove(province);
        foreach (var figure in built.Points.Select(p => (p.Period, Figure: Ranking.FigureOf(p))).Where(f => f.Figure is not null))
        {
            if (!figures.TryGetValue(figure.Period, out var section)) figures.Add(figure.Period, section = new(StringComparer.Ordinal));
            section[province] = figure.Figure!;
        }
        return built;
    }

    IEnumerable<TableTransactionAction> Changes(IReadOnlyList<BuiltSeries> built)
    {
        var rebuilt = built.Select(b => b.Key.Province).ToHashSet(StringComparer.Ordinal);
        var rows = built.SelectMany(b => b.Points.Select(SeriesRows.Of))
            .Concat(built.Where(b => b.Issues.Count > 0).Select(b => SeriesRows.Of(indicator, b.Key.Province, b.Issues)))
            .Concat(figures.Where(f => f.Value.Count > 0).OrderBy(f => f.Key).Select(f => SeriesRows.Of(indicator, new CrossSection(f.Key, f.Value.Values))));
        var changes = rows.Select(stored.Put).OfType<TableTransactionAction>().ToList();
        changes.AddRange(stored.RemoveRest(province => province == SeriesRows.NoProvince || rebuilt.Contains(province)));
        return changes;
    }
}

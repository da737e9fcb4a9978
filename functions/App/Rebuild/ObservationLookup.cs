using System.Collections.Concurrent;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>What is stated of some series. Series of one province that lie near each other in the table are read with one query.</summary>
sealed class ObservationLookup
{
    /// <summary>Questions asked at once.</summary>
    const int Parallel = 8;

    /// <summary>The service passes over what lies between the first and the last series of a query; more indicators than these are not skipped.</summary>
    const int MostBetween = 3;

    /// <summary>Where the series of each indicator begin, in the order of the table: that is not the order of the codes where one begins with another.</summary>
    static readonly string[] Beginnings = [.. IndicatorCatalogue.Default.All.Select(i => TableKey.Range(i.Code).From).Order(StringComparer.Ordinal)];

    readonly ConcurrentDictionary<SeriesKey, List<Candidate>> stated = [];

    ObservationLookup()
    {
    }

    /// <summary>The figures of a series that was asked for.</summary>
    public IReadOnlyList<Candidate> Of(SeriesKey series) => stated[series];

    /// <summary>Reads what is stated.</summary>
    public static async Task<ObservationLookup> ReadAsync(ObservationTable observations, IEnumerable<SeriesKey> series, CancellationToken cancellationToken)
    {
        var lookup = new ObservationLookup();
        var queries = series.Distinct().GroupBy(s => s.Province, s => s.Indicator, StringComparer.Ordinal).SelectMany(p => QueryGroups(p).Select(some => (Province: p.Key, Indicators: some)));
        await System.Threading.Tasks.Parallel.ForEachAsync(
            queries,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (query, token) =>
            {
                foreach (var indicator in query.Indicators) lookup.stated[new SeriesKey(query.Province, indicator)] = [];
                await foreach (var record in observations.OfSeriesAsync(query.Province, query.Indicators, token))
                    if (SeriesAssembler.CandidateOf(record) is { } candidate) lookup.stated[new SeriesKey(query.Province, candidate.Indicator)].Add(candidate);
            });
        return lookup;
    }

    /// <summary>Indicators in the order of the table, in groups that one query may ask for.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> QueryGroups(IEnumerable<string> indicators)
    {
        var all = new List<List<string>>();
        var last = int.MinValue;
        foreach (var indicator in indicators.OrderBy(i => TableKey.Range(i).From, StringComparer.Ordinal))
        {
            var place = Array.BinarySearch(Beginnings, TableKey.Range(indicator).From, StringComparer.Ordinal);
            if (place < 0) place = ~place;
            if (all.Count == 0 || all[^1].Count == ObservationTable.MostSeries || place - last > MostBetween) all.Add([]);
            all[^1].Add(indicator);
            last = place;
        }
        return all;
    }
}

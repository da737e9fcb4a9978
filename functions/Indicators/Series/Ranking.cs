using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Series;

/// <summary>Puts the provinces in order, period by period.</summary>
public static class Ranking
{
    /// <summary>Gives each point its rank among the provinces of its period.</summary>
    /// <param name="pointsOfOneIndicator">Points of one indicator, of any provinces, periods and kinds.</param>
    /// <param name="better">The catalogue's word: <c>up</c> ranks the largest first, <c>down</c> the smallest, <c>none</c> ranks nothing.</param>
    /// <returns>
    /// The same points in the same order. Equal figures share the better rank and the next one is skipped (1, 2, 2, 4). Only figures reached
    /// are ranked, not goals; not the whole country; and only those in the unit that most provinces use in the period.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="better"/> is another word.</exception>
    public static IReadOnlyList<SeriesPoint> Assign(IEnumerable<SeriesPoint> pointsOfOneIndicator, string better)
    {
        ArgumentNullException.ThrowIfNull(pointsOfOneIndicator);
        int? direction = better switch
        {
            "up" => -1,
            "down" => 1,
            "none" => null,
            _ => throw new ArgumentException($"'{better}' is not a way to be better; the catalogue knows up, down and none.", nameof(better)),
        };
        var points = pointsOfOneIndicator.ToList();
        var ranked = direction is { } sign
            ? points.Where(IsRanked).GroupBy(p => p.Period).ToDictionary(g => g.Key, g => Table.Of(g, sign))
            : [];
        return [.. points.Select(p => WithRank(p, ranked))];
    }

    static bool IsRanked(SeriesPoint point) =>
        point is { Kind: Kind.Actual, Chosen: { Value: not null, Unit: not null } } && point.Province != Gazetteer.Country;

    static SeriesPoint WithRank(SeriesPoint point, Dictionary<Period, Table> tables)
    {
        var rank = IsRanked(point) && tables.TryGetValue(point.Period, out var table) ? table.RankOf(point) : null;
        return point with { Rank = rank, RankedAmong = rank is null ? null : tables[point.Period].Size };
    }

    sealed record Table(Unit Unit, IReadOnlyDictionary<decimal, int> RankOfValue, int Size)
    {
        public static Table Of(IEnumerable<SeriesPoint> points, int sign)
        {
            var mostUsed = points
                .GroupBy(p => p.Chosen!.Unit!.Value)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key.Code, StringComparer.Ordinal)
                .First();
            var ranks = new Dictionary<decimal, int>();
            var place = 0;
            foreach (var value in mostUsed.Select(p => p.Chosen!.Value!.Value).OrderBy(v => v * sign)) ranks.TryAdd(value, ++place);
            return new Table(mostUsed.Key, ranks, place);
        }

        public int? RankOf(SeriesPoint point) =>
            point.Chosen!.Unit == Unit ? RankOfValue[point.Chosen.Value!.Value] : null;
    }
}

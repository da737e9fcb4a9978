namespace ServerlessIct.Indicators.Series;

/// <summary>Puts the provinces in order, period by period.</summary>
public static class Ranking
{
    /// <summary>Gives each point its rank among the provinces of its period (<see cref="CrossSection.RankOf"/>).</summary>
    /// <param name="pointsOfOneIndicator">Points of one indicator, of any provinces, periods and kinds.</param>
    /// <param name="better">The catalogue's word: <c>up</c>, <c>down</c> or <c>none</c>.</param>
    /// <returns>The same points in the same order.</returns>
    /// <exception cref="ArgumentException"><paramref name="better"/> is another word.</exception>
    public static IReadOnlyList<SeriesPoint> Assign(IEnumerable<SeriesPoint> pointsOfOneIndicator, string better)
    {
        ArgumentNullException.ThrowIfNull(pointsOfOneIndicator);
        _ = CrossSection.Direction(better);
        var points = pointsOfOneIndicator.ToList();
        var sections = points
            .Where(p => FigureOf(p) is not null)
            .GroupBy(p => p.Period)
            .ToDictionary(g => g.Key, g => new CrossSection(g.Key, g.Select(p => FigureOf(p)!)));
        return [.. points.Select(p => WithRank(p, p.Kind == Kind.Actual ? sections.GetValueOrDefault(p.Period) : null, better))];
    }

    /// <summary>The point with its rank in a cross-section; without one where there is none.</summary>
    public static SeriesPoint WithRank(SeriesPoint point, CrossSection? section, string better)
    {
        ArgumentNullException.ThrowIfNull(point);
        var rank = FigureOf(point) is null ? null : section?.RankOf(point.Province, better);
        return point with { Rank = rank?.Rank, RankedAmong = rank?.Among };
    }

    /// <summary>What a point adds to the cross-section of its period; null for a goal and for a point without a value.</summary>
    public static PlaceFigure? FigureOf(SeriesPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point is { Kind: Kind.Actual, Chosen: { Value: { } value, Unit: { } unit, Qualifier: var qualifier } }
            ? new PlaceFigure(point.Province, value, unit, qualifier)
            : null;
    }
}

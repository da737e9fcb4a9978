using System.Globalization;

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Makes one series out of all that documents state of a province and an indicator: one chosen source a period, and its deltas with their verdicts.
/// The result depends on the candidates alone, not on their order.
/// </summary>
public static class SeriesBuilder
{
    /// <summary>Builds the series.</summary>
    /// <param name="province">The slug that all candidates have.</param>
    /// <param name="indicator">The code that all candidates have.</param>
    /// <param name="candidates">What the documents state, in any order.</param>
    /// <param name="rules">What is known of the indicator.</param>
    /// <param name="elsewhere">
    /// The figure of another province in a period: asked for the parts of a province that was formed in July 2025. Null for none known.
    /// </param>
    /// <returns>One point for each kind and period that occurs, ordered by kind and period; without ranks (see <see cref="CrossSection"/>).</returns>
    /// <exception cref="ArgumentException">A candidate is of another province or indicator.</exception>
    public static IReadOnlyList<SeriesPoint> Build(
        string province,
        string indicator,
        IEnumerable<Candidate> candidates,
        SeriesRules? rules = null,
        Func<string, Period, PlaceFigure?>? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var sources = candidates.Select(c => Checked(c, province, indicator)).ToList();
        var choice = new Choice(sources, rules ?? SeriesRules.None);
        var points = sources
            .GroupBy(c => (c.Kind, c.Period))
            .OrderBy(g => g.Key)
            .Select(g => Point(province, indicator, g.Key, choice, g.Where(c => c.IsDropped)))
            .ToDictionary(p => (p.Kind, p.Period));
        var deltas = new DeltaBuilder(
            (kind, period) => points.GetValueOrDefault((kind, period)),
            rules ?? SeriesRules.None,
            (other, period) => elsewhere?.Invoke(other, period) is { } figure ? Level.Of(figure.Value, figure.Unit, figure.Qualifier) : null);
        return [.. points.Values.Select(p => p with { Deltas = deltas.Build(p) })];
    }

    static SeriesPoint Point(string province, string indicator, (Kind Kind, Period Period) key, Choice choice, IEnumerable<Candidate> dropped)
    {
        var (bestFirst, why) = choice.Of(key.Kind, key.Period);
        return new SeriesPoint
        {
            Province = province,
            Indicator = indicator,
            Period = key.Period,
            Kind = key.Kind,
            Chosen = bestFirst.Count > 0 ? bestFirst[0] : null,
            Why = why,
            Alternatives = [.. bestFirst.Skip(1), .. dropped.Order(SourceOrder.BestFirst)],
            IsBreak = Territory.BreaksAt(province, key.Period),
        };
    }

    static Candidate Checked(Candidate candidate, string province, string indicator)
    {
        if (candidate.Province == province && candidate.Indicator == indicator) return candidate;
        var place = string.Create(CultureInfo.InvariantCulture, $"document {candidate.Document}, observation {candidate.Ordinal}");
        throw new ArgumentException(
            $"The series {province}, {indicator} was given a figure of {candidate.Province}, {candidate.Indicator} ({place}); pass only its own.",
            nameof(candidate));
    }
}

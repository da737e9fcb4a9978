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
    /// <returns>One point for each kind and period that occurs, ordered by kind and period; without ranks (see <see cref="Ranking"/>).</returns>
    /// <exception cref="ArgumentException">A candidate is of another province or indicator.</exception>
    public static IReadOnlyList<SeriesPoint> Build(string province, string indicator, IEnumerable<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var points = candidates
            .Select(c => Checked(c, province, indicator))
            .GroupBy(c => (c.Kind, c.Period))
            .OrderBy(g => g.Key)
            .Select(g => Point(province, indicator, [.. g.Order(SourceOrder.BestFirst)]))
            .ToList();
        var levels = points.ToDictionary(p => (p.Kind, p.Period), p => Level.Of(p.Chosen));
        var deltas = new DeltaBuilder((kind, period) => levels.GetValueOrDefault((kind, period)));
        return [.. points.Select(p => p with { Deltas = deltas.Build(p) })];
    }

    static SeriesPoint Point(string province, string indicator, IReadOnlyList<Candidate> bestFirst) => new()
    {
        Province = province,
        Indicator = indicator,
        Period = bestFirst[0].Period,
        Kind = bestFirst[0].Kind,
        Chosen = bestFirst[0],
        Alternatives = [.. bestFirst.Skip(1)],
    };

    static Candidate Checked(Candidate candidate, string province, string indicator)
    {
        if (candidate.Province == province && candidate.Indicator == indicator) return candidate;
        var place = string.Create(CultureInfo.InvariantCulture, $"document {candidate.Document}, observation {candidate.Ordinal}");
        throw new ArgumentException(
            $"The series {province}, {indicator} was given a figure of {candidate.Province}, {candidate.Indicator} ({place}); pass only its own.",
            nameof(candidate));
    }
}

using System.Globalization;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Series;

/// <summary>Finds what a person should look at in one series.</summary>
public static class SeriesIssues
{
    /// <summary>So many times the year before, or so small a part of it, is a jump.</summary>
    const decimal JumpFactor = 3;

    /// <summary>Counts below this jump all the time.</summary>
    const decimal SmallestJump = 20;

    /// <summary>Looks at a series.</summary>
    /// <param name="points">All its points.</param>
    /// <param name="rules">What is known of the indicator.</param>
    /// <returns>The issues, ordered by period and kind.</returns>
    public static IReadOnlyList<SeriesIssue> Of(IReadOnlyList<SeriesPoint> points, SeriesRules rules)
    {
        ArgumentNullException.ThrowIfNull(points);
        var known = points.Where(p => p.Kind == Kind.Actual && p.Chosen is not null).ToDictionary(p => p.Period);
        return [.. points.SelectMany(p => OfPoint(p, rules, known)).Concat(Gaps(known)).OrderBy(i => i.Period).ThenBy(i => i.Kind).ThenBy(i => i.Detail, StringComparer.Ordinal)];
    }

    static IEnumerable<SeriesIssue> OfPoint(SeriesPoint point, SeriesRules rules, IReadOnlyDictionary<Period, SeriesPoint> known)
    {
        var stated = point.Alternatives.Prepend(point.Chosen).OfType<Candidate>().Where(s => !s.IsDropped && s.Value is not null).ToList();
        foreach (var source in stated) foreach (var issue in OfFigure(source, rules)) yield return issue;
        foreach (var issue in Differences(point, stated)) yield return issue;
        foreach (var delta in point.Deltas)
        {
            var basis = delta.BasisPeriod is { } period ? known.GetValueOrDefault(period)?.Chosen : null;
            if (delta.Verdict == Verdict.Contradicted) yield return Contradiction(point, delta, basis);
            if (delta.BasisPeriod == PeriodOrder.YearBefore(point.Period) && IsJump(point, delta)) yield return Jump(point, delta, basis);
        }
    }

    static IEnumerable<SeriesIssue> OfFigure(Candidate source, SeriesRules rules)
    {
        var (value, unit) = (source.Value!.Value, source.Unit!.Value);
        if (rules.Unit is { } own && own != unit)
            yield return Issue(IssueKind.OtherUnit, source, $"The figure is in {unit.Code}, the indicator in {own.Code}.");
        else if (!rules.Allow(value, unit))
            yield return Issue(IssueKind.Implausible, source, Text($"{value} {unit.Code} is outside the plausible range from {rules.Least} to {rules.Most}."));
        if (Territory.IsSinceMerger(source.Period) && source.Province != Gazetteer.Country && Gazetteer.Default.FindSince2025(source.Province) is null)
            yield return Issue(IssueKind.AfterMerger, source, $"The province {source.Province} became part of {Gazetteer.Default.FindBefore2025(source.Province)?.MergedInto} on 1 July 2025.");
    }

    static IEnumerable<SeriesIssue> Differences(SeriesPoint point, IReadOnlyList<Candidate> stated)
    {
        if (Level.Of(point.Chosen) is not { } chosen) yield break;
        var others = stated.Where(s => Level.Of(s) is { } level && level.Unit == chosen.Unit && !level.Bounds.Overlaps(chosen.Bounds)
            && s.Qualifier != Qualifier.Estimated).ToLookup(s => s.Document == point.Chosen!.Document);
        if (others[true].Any())
            yield return Different(IssueKind.Duplicate, point, [.. others[true]], "The document states the figure more than once, and not alike");
        if (others[false].Any())
            yield return Different(IssueKind.Disagreement, point, [.. others[false]], "Documents state different figures");
    }

    static SeriesIssue Different(IssueKind kind, SeriesPoint point, IReadOnlyList<Candidate> others, string what)
    {
        var figures = string.Join(", ", others.Select(o => Text($"{o.Value}")).Distinct(StringComparer.Ordinal));
        return new(kind, point.Period, Text($"{what}: {point.Chosen!.Value} is taken ({point.Why}), {figures} not."), [IssueSource.Of(point.Chosen), .. others.Select(IssueSource.Of)]);
    }

    static SeriesIssue Contradiction(SeriesPoint point, Delta delta, Candidate? basis)
    {
        var reported = string.Join(", ", delta.Reported.Where(r => r.Agrees == false).Select(r => Text($"{Word(r.Relation)} {r.Value} {r.Unit.Code}")));
        var computed = delta.Relative is { } relative ? Text($"{delta.Absolute} ({Math.Round(relative, 2, MidpointRounding.AwayFromZero)} %)") : Text($"{delta.Absolute}");
        return new(IssueKind.Contradicted, point.Period, Text($"Against {delta.Basis} the sources report: {reported}; the figures give {computed}."), Sources(point, basis));
    }

    static bool IsJump(SeriesPoint point, Delta delta)
    {
        if (point.Chosen is not { Value: { } value, Unit: { } unit } || delta.BasisValue is not { } before || value <= 0 || before <= 0) return false;
        if (unit == Unit.Rank || unit == Unit.Percent || unit == Unit.Score || Math.Max(value, before) < SmallestJump) return false;
        return value >= before * JumpFactor || before >= value * JumpFactor;
    }

    static SeriesIssue Jump(SeriesPoint point, Delta delta, Candidate? basis)
    {
        var (value, before) = (point.Chosen!.Value!.Value, delta.BasisValue!.Value);
        var factor = Math.Round(Math.Max(value, before) / Math.Min(value, before), 1, MidpointRounding.AwayFromZero);
        return new(IssueKind.Jump, point.Period, Text($"{value} after {before} in {delta.BasisPeriod}: {factor} times {(value > before ? "as much" : "less")}."), Sources(point, basis));
    }

    static IEnumerable<SeriesIssue> Gaps(IReadOnlyDictionary<Period, SeriesPoint> known)
    {
        var years = known.Keys.Where(p => p.Kind == PeriodKind.Year && known[p].Chosen!.Value is not null).Select(p => p.Year).Order().ToList();
        return years.Zip(years.Skip(1)).SelectMany(pair => Enumerable.Range(pair.First + 1, pair.Second - pair.First - 1).Select(missing => new SeriesIssue(
            IssueKind.Gap, Period.OfYear(missing), Text($"No figure between {pair.First} and {pair.Second}."),
            [IssueSource.Of(known[Period.OfYear(pair.First)].Chosen!), IssueSource.Of(known[Period.OfYear(pair.Second)].Chosen!)])));
    }

    static IReadOnlyList<IssueSource> Sources(SeriesPoint point, Candidate? basis) =>
        basis is null ? [IssueSource.Of(point.Chosen!)] : [IssueSource.Of(point.Chosen!), IssueSource.Of(basis)];

    static SeriesIssue Issue(IssueKind kind, Candidate source, string detail) => new(kind, source.Period, detail, [IssueSource.Of(source)]);

    static string Word(Relation relation) => relation switch { Relation.Change => "change", Relation.Ratio => "ratio", _ => "level" };

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

namespace ServerlessIct.Indicators.Series;

/// <summary>Sets one point against its previous year, the plan, and all that its sources compare it with.</summary>
/// <param name="pointOf">Another point of the same series; null where there is none.</param>
/// <param name="rules">What is known of the indicator.</param>
/// <param name="elsewhere">The chosen figure of another province in a period; null where there is none.</param>
sealed class DeltaBuilder(Func<Kind, Period, SeriesPoint?> pointOf, SeriesRules rules, Func<string, Period, Level?> elsewhere)
{
    const int RelativeDecimals = 6;

    /// <summary>The deltas of a point in the order that <see cref="SeriesPoint.Deltas"/> promises.</summary>
    public IReadOnlyList<Delta> Build(SeriesPoint point)
    {
        if (point.Chosen is null) return [];
        var value = Level.Of(point.Chosen);
        var yearBefore = PeriodOrder.YearBefore(point.Period);
        var reports = Reports(point, value).ToLookup(r => r.Comparison.Basis);
        var bases = reports.Select(r => r.Key).ToHashSet();
        if (point.Kind == Kind.Actual && value is not null)
        {
            if (yearBefore is { } before && Other(point, Basis.Of(before)).Level is not null) bases.Add(Basis.Of(before));
            if (LevelOf(Kind.Target, point.Period) is not null) bases.Add(Basis.Plan);
        }

        return [.. bases
            .OrderBy(b => Place(b, yearBefore))
            .ThenBy(b => b?.Period)
            .Select(b => Build(point, value, b, [.. reports[b]]))
            .OfType<Delta>()];
    }

    static int Place(Basis? basis, Period? yearBefore) => basis switch
    {
        null => 3,
        { IsPlan: true } => 2,
        { Period: var period } => period == yearBefore ? 0 : 1,
    };

    // An alternative with another figure speaks of that figure, and an estimate of figures that were not final: they may confirm the
    // chosen one's change, they cannot contradict it.
    static IEnumerable<Report> Reports(SeriesPoint point, Level? value)
    {
        var isFinal = point.Chosen is { Value: not null, Qualifier: not Qualifier.Estimated };
        foreach (var source in point.Alternatives.Prepend(point.Chosen!).Where(s => !s.IsDropped))
        {
            var own = Level.Of(source);
            var same = own is null || value is null
                || (own.Unit == value.Unit && own.Bounds.Overlaps(value.Bounds) && !(isFinal && source.Qualifier == Qualifier.Estimated));
            foreach (var comparison in source.Comparisons) yield return new Report(comparison, source, own ?? value, same);
        }
    }

    Delta? Build(SeriesPoint point, Level? value, Basis? basis, IReadOnlyList<Report> reports)
    {
        var (other, broken) = basis is { } known ? Other(point, known) : default;
        var alike = basis?.Period is not { } period || PeriodOrder.AreAlike(point.Period, period);
        var checks = reports.Select(r => (Report: r, Result: Check(point, r, value, basis, other))).ToList();
        var verdict = Judge(value, checks.Select(c => (c.Report.SameFigure, c.Result.Fits)).ToList());
        if (verdict == Verdict.Contradicted && !alike) verdict = Verdict.Reported;
        var delta = new Delta
        {
            Basis = basis,
            BasisPeriod = basis?.Period,
            Reported = [.. checks.GroupBy(c => c.Report.Comparison with { Qualifier = Qualifier.Exact }).Select(g => Told(g.Key, [.. g]))],
            Implied = other is null && basis is not null && broken is null ? Implied(reports) : [],
            Break = broken,
        };
        if (alike || verdict == Verdict.Confirmed) delta = WithComputed(delta, value, other);
        if (delta.Absolute is null && verdict == Verdict.Computed) verdict = Verdict.Reported;
        return reports.Count == 0 && delta.Absolute is null ? null : delta with { Verdict = verdict };
    }

    static ReportedChange Told(Comparison comparison, IReadOnlyList<(Report Report, (bool? Fits, ChangeReading? Reading) Result)> told) =>
        new(comparison.Basis, comparison.Relation, comparison.Value, comparison.Unit)
        {
            Qualifier = Comparison.Merged(told.Select(t => t.Report.Comparison))[0].Qualifier,
            Agrees = told.Any(t => t.Result.Fits == true) ? true : told.All(t => t.Result.Fits == false) ? false : null,
            Reading = told.Select(t => t.Result.Reading).FirstOrDefault(r => r is not null),
            Documents = [.. told.Select(t => t.Report.Source.Document).Distinct(StringComparer.Ordinal)],
        };

    Level? LevelOf(Kind kind, Period period) =>
        Level.Of(pointOf(kind, period)?.Chosen)
        ?? (PeriodOrder.OtherName(period) is { } renamed ? Level.Of(pointOf(kind, renamed)?.Chosen) : null);

    (Level? Level, BreakKind? Break) Other(SeriesPoint point, Basis basis)
    {
        if (basis.Period is not { } period) return (point.Kind == Kind.Actual ? LevelOf(Kind.Target, point.Period) : null, null);
        if (!Territory.Differs(point.Province, point.Period, period)) return (LevelOf(Kind.Actual, period), null);
        var sum = rules.Adds && !Territory.IsSinceMerger(period)
            ? Level.Sum([.. Territory.PartsOf(point.Province).Select(p => p == point.Province ? LevelOf(Kind.Actual, period) : elsewhere(p, period))])
            : null;
        return (sum, sum is null ? BreakKind.NotComparable : BreakKind.SumOfParts);
    }

    (bool? Fits, ChangeReading? Reading) Check(SeriesPoint point, Report report, Level? value, Basis? basis, Level? other)
    {
        var result = Agreement.Check(report.Comparison, value, other);
        if (result.Fits != false || basis is not { } known) return result;
        if (known.IsPlan) return FitsPlanOfTheYear(point, report, value);
        return SpokeOfAnotherFigure(point, report, value, known.Period!.Value) ? (null, null) : result;
    }

    // A report on part of a year may name the plan of the whole year beside that of the part: it must miss both to be wrong.
    (bool? Fits, ChangeReading? Reading) FitsPlanOfTheYear(SeriesPoint point, Report report, Level? value)
    {
        if (point.Kind != Kind.Actual || point.Period.Kind is PeriodKind.Year or PeriodKind.Span) return (false, null);
        var ofTheYear = Agreement.Check(report.Comparison, value, LevelOf(Kind.Target, Period.OfYear(point.Period.Year)));
        return ofTheYear.Fits == true ? ofTheYear : (ofTheYear.Fits, null);
    }

    // A report made before the basis was restated is right where it fits the figure of its time; one made after an estimate speaks of the
    // final figure, which is not known here.
    bool SpokeOfAnotherFigure(SeriesPoint point, Report report, Level? value, Period period)
    {
        if (pointOf(Kind.Actual, period) is not { Chosen: { } chosen } basis || Territory.Differs(point.Province, point.Period, period)) return false;
        if (chosen.Qualifier == Qualifier.Estimated && SourceOrder.IsNewer(report.Source, chosen)) return true;
        return SourceOrder.IsNewer(chosen, report.Source) && basis.Alternatives.Any(a =>
            !a.IsDropped && !SourceOrder.IsNewer(a, report.Source) && Agreement.Fits(report.Comparison, value, Level.Of(a)) == true);
    }

    static Verdict Judge(Level? value, IReadOnlyList<(bool SameFigure, bool? Fits)> checks)
    {
        if (checks.Any(c => c is { SameFigure: true, Fits: false })) return Verdict.Contradicted;
        if (checks.Any(c => c.Fits == true)) return Verdict.Confirmed;
        return value is null ? Verdict.Reported : Verdict.Computed;
    }

    static IReadOnlyList<ImpliedLevel> Implied(IReadOnlyList<Report> reports) =>
        reports.Select(r => ImpliedBase.Of(reports.Where(s => s.Figure == r.Figure).Select(s => s.Comparison), r.Figure))
            .FirstOrDefault(implied => implied.Count > 0) ?? [];

    static Delta WithComputed(Delta delta, Level? value, Level? other)
    {
        if (value is null || other is null || value.Unit != other.Unit) return delta;
        delta = delta with { BasisValue = other.Value };
        if (value.Unit == Unit.Rank) return delta with { Absolute = other.Value - value.Value };
        var absolute = value.Value - other.Value;
        return delta with
        {
            Absolute = absolute,
            Relative = Rounded(Interval.Quotient(absolute * 100, Math.Abs(other.Value))),
            Points = value.Unit == Unit.Percent ? absolute : null,
            Attainment = delta.Basis is { IsPlan: true } && other.Value > 0 ? Rounded(Interval.Quotient(value.Value * 100, other.Value)) : null,
        };
    }

    static decimal? Rounded(decimal? quotient) =>
        quotient is { } exact ? Math.Round(exact, RelativeDecimals, MidpointRounding.AwayFromZero) : null;

    sealed record Report(Comparison Comparison, Candidate Source, Level? Figure, bool SameFigure);
}

namespace ServerlessIct.Indicators.Series;

/// <summary>Sets one point against its previous year and against all that its sources compare it with.</summary>
/// <param name="levelOf">The chosen figure of another point of the same series; null where there is none.</param>
sealed class DeltaBuilder(Func<Kind, Period, Level?> levelOf)
{
    const int RelativeDecimals = 6;

    /// <summary>The deltas of a point in the order that <see cref="SeriesPoint.Deltas"/> promises.</summary>
    public IReadOnlyList<Delta> Build(SeriesPoint point)
    {
        var value = Level.Of(point.Chosen);
        var yearBefore = PeriodOrder.YearBefore(point.Period);
        var reports = Reports(point, value).ToLookup(r => r.Comparison.Basis);
        var bases = reports.Select(r => r.Key).ToHashSet();
        if (point.Kind == Kind.Actual && value is not null && yearBefore is { } before && levelOf(Kind.Actual, before) is not null)
            bases.Add(Basis.Of(before));
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

    // An alternative with another figure speaks of that figure: it may confirm the chosen one's change, it cannot contradict it.
    static IEnumerable<Report> Reports(SeriesPoint point, Level? value)
    {
        foreach (var source in point.Alternatives.Prepend(point.Chosen!))
        {
            var own = Level.Of(source);
            var same = own is null || value is null || (own.Unit == value.Unit && own.Reach.Overlaps(value.Reach));
            foreach (var comparison in source.Comparisons) yield return new Report(comparison, own ?? value, same);
        }
    }

    Delta? Build(SeriesPoint point, Level? value, Basis? basis, IReadOnlyList<Report> reports)
    {
        var other = basis is { } known ? OtherSide(point, known) : null;
        var alike = basis?.Period is not { } period || PeriodOrder.AreAlike(point.Period, period);
        var verdict = Judge(value, reports, r => Fits(point, r, value, basis, other));
        if (verdict == Verdict.Contradicted && !alike) verdict = Verdict.Reported;
        var delta = new Delta
        {
            Basis = basis,
            BasisPeriod = basis?.Period,
            Reported = [.. reports.Select(r => r.Comparison).Distinct()],
            ImpliedPrevious = other is null && basis is not null ? Implied(reports) : null,
        };
        if (alike || verdict == Verdict.Confirmed) delta = WithComputed(delta, value, other);
        if (delta.Absolute is null && verdict == Verdict.Computed) verdict = Verdict.Reported;
        return reports.Count == 0 && delta.Absolute is null ? null : delta with { Verdict = verdict };
    }

    Level? OtherSide(SeriesPoint point, Basis basis) =>
        basis.Period is { } period ? levelOf(Kind.Actual, period)
        : point.Kind == Kind.Actual ? levelOf(Kind.Target, point.Period)
        : null;

    // A report on part of a year may name the plan of the whole year beside that of the part: it must miss both to be wrong.
    bool? Fits(SeriesPoint point, Report report, Level? value, Basis? basis, Level? other)
    {
        var fits = Agreement.Fits(report.Comparison, value, other);
        var ofPartOfAYear = point.Period.Kind is not (PeriodKind.Year or PeriodKind.Span);
        if (basis is not { IsPlan: true } || point.Kind != Kind.Actual || !ofPartOfAYear || fits == true) return fits;
        var ofTheYear = Agreement.Fits(report.Comparison, value, levelOf(Kind.Target, Period.OfYear(point.Period.Year)));
        return ofTheYear == true ? true
            : fits == false && ofTheYear == false ? false
            : null;
    }

    static Verdict Judge(Level? value, IReadOnlyList<Report> reports, Func<Report, bool?> fits)
    {
        var checks = reports.Select(r => (r.SameFigure, Fits: fits(r))).ToList();
        if (checks.Exists(c => c is { SameFigure: true, Fits: false })) return Verdict.Contradicted;
        if (checks.Exists(c => c.Fits == true)) return Verdict.Confirmed;
        return value is null ? Verdict.Reported : Verdict.Computed;
    }

    static decimal? Implied(IReadOnlyList<Report> reports) =>
        reports.Select(r => Implication.Of(reports.Where(s => s.Figure == r.Figure).Select(s => s.Comparison), r.Figure))
            .FirstOrDefault(implied => implied is not null);

    static Delta WithComputed(Delta delta, Level? value, Level? other)
    {
        if (value is null || other is null || value.Unit != other.Unit) return delta;
        if (value.Unit == Unit.Rank) return delta with { Absolute = other.Value - value.Value };
        var absolute = value.Value - other.Value;
        return delta with
        {
            Absolute = absolute,
            Relative = Interval.Quotient(absolute * 100, Math.Abs(other.Value)) is { } relative
                ? Math.Round(relative, RelativeDecimals, MidpointRounding.AwayFromZero)
                : null,
            Points = value.Unit == Unit.Percent ? absolute : null,
        };
    }

    sealed record Report(Comparison Comparison, Level? Figure, bool SameFigure);
}

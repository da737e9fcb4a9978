namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Whether a reported comparison fits the figures of both sides. Both figures are intervals (<see cref="PrintedFigure"/>), so the
/// computed change is one too; it fits where some figure in it would be printed as the reported one: 6.7 takes [6.65, 6.75).
/// </summary>
static class Agreement
{
    /// <summary>True where the report fits, false where it does not, null where it cannot be checked against these figures.</summary>
    public static bool? Fits(Comparison reported, Level? value, Level? basis) => Check(reported, value, basis).Fits;

    /// <summary>Whether the report fits, and which of its meanings alone does where it has two.</summary>
    public static (bool? Fits, ChangeReading? Reading) Check(Comparison reported, Level? value, Level? basis)
    {
        if (basis is null || Math.Abs(reported.Value) > PrintedFigure.Largest) return default;
        if (reported.Relation == Relation.Level) return (FitsLevel(reported, basis), null);
        if (value is null || value.Unit != basis.Unit) return default;
        var readings = Readings(reported, value, basis).ToList();
        var fitting = readings.Where(r => r.Computed is { } computed && IsPrintedAs(computed, reported)).ToList();
        if (fitting.Count > 0) return (true, fitting.Count == 1 ? fitting[0].Meaning : null);
        return (readings.Count == 0 || readings.Exists(r => r.Computed is null) ? null : false, null);
    }

    static bool? FitsLevel(Comparison reported, Level basis) =>
        reported.Unit == basis.Unit && PrintedFigure.Bounds(reported.Value, reported.Unit, reported.Qualifier) is { } level
            ? level.Overlaps(basis.Bounds)
            : null;

    // Each way in which the report can be meant, as the interval that the figures give for it; null where they give none.
    static IEnumerable<(Interval? Computed, ChangeReading? Meaning)> Readings(Comparison reported, Level value, Level basis)
    {
        var difference = value.Bounds - basis.Bounds;
        var (relation, unit) = (reported.Relation, reported.Unit);
        if (relation == Relation.Ratio)
        {
            if (unit == Unit.Percent) yield return (value.Bounds.Over(basis.Bounds, 100), null);
            if (unit == Unit.Times) yield return (value.Bounds.Over(basis.Bounds, 1), null);
        }
        else if (unit == Unit.Percent)
        {
            var ofAShare = value.Unit == Unit.Percent;
            if (value.Unit != Unit.Rank) yield return (RelativeChange(value, basis), ofAShare ? ChangeReading.Percent : null);
            if (ofAShare) yield return (difference, ChangeReading.Points);
        }
        else if (unit == Unit.Times)
        {
            var times = value.Bounds.Over(basis.Bounds, 1);
            yield return (times, ChangeReading.Times);
            yield return (times is { } ratio ? ratio - new Interval(1, 1) : null, ChangeReading.TimesMore);
        }
        else if (unit == Unit.Rank)
        {
            if (value.Unit == Unit.Rank) yield return (basis.Bounds - value.Bounds, null);
        }
        else if (unit == value.Unit || (unit == Unit.Point && (value.Unit == Unit.Percent || value.Unit == Unit.Score)))
        {
            yield return (difference, null);
        }
    }

    static Interval? RelativeChange(Level value, Level basis) =>
        value.Bounds.Over(basis.Bounds, 100) is { } ratio ? ratio - new Interval(100, 100) : null;

    static bool IsPrintedAs(Interval computed, Comparison reported)
    {
        if (!PrintedFigure.IsPlain(reported.Qualifier)) return computed.Overlaps(PrintedFigure.Bounds(reported));
        var (figure, margin) = (reported.Value, PrintedFigure.ChangeMargin(reported.Value, reported.Unit));
        if (margin == 0) return computed.Low <= figure && figure <= computed.High;
        if (figure > 0) return computed.High >= figure - margin && computed.Low < figure + margin;
        if (figure < 0) return computed.Low <= figure + margin && computed.High > figure - margin;
        return computed.High > -margin && computed.Low < margin;
    }
}

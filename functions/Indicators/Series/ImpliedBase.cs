namespace ServerlessIct.Indicators.Series;

/// <summary>What reports imply for a basis whose own figure no source states.</summary>
static class ImpliedBase
{
    /// <summary>
    /// What the most direct report implies; two figures where it can mean two things (per cent of a share, <c>tăng 2 lần</c>), none where
    /// it determines nothing.
    /// </summary>
    public static IReadOnlyList<ImpliedLevel> Of(IEnumerable<Comparison> reported, Level? value) =>
        reported.OrderBy(Coarseness).ThenBy(r => PrintedFigure.IsPlain(r.Qualifier) ? 0 : 1).Select(r => Of(r, value)).FirstOrDefault(implied => implied.Count > 0) ?? [];

    // A level is the figure itself, a difference leaves only the rounding of two figures, a ratio multiplies it; two meanings come last.
    static int Coarseness(Comparison reported) => (reported.Relation, reported.Unit) switch
    {
        (Relation.Level, _) => 0,
        (Relation.Change, var unit) when unit != Unit.Percent && unit != Unit.Times => 1,
        (Relation.Change, var unit) when unit == Unit.Times => 3,
        _ => 2,
    };

    static IReadOnlyList<ImpliedLevel> Of(Comparison reported, Level? value)
    {
        if (Math.Abs(reported.Value) > PrintedFigure.Largest) return [];
        var figure = PrintedFigure.Bounds(reported);
        if (reported.Relation == Relation.Level)
            return value is null || reported.Unit == value.Unit ? [new ImpliedLevel(reported.Value, figure.Low, figure.High, null)] : [];
        return value is null ? [] : [.. Meanings(reported, value, figure).OfType<ImpliedLevel>()];
    }

    static IEnumerable<ImpliedLevel?> Meanings(Comparison reported, Level value, Interval figure)
    {
        var unit = reported.Unit;
        if (reported.Relation == Relation.Ratio)
        {
            if (unit == Unit.Percent) yield return Quotient(value, reported.Value / 100, figure.Times(0.01m), null);
            if (unit == Unit.Times) yield return Quotient(value, reported.Value, figure, null);
        }
        else if (unit == Unit.Percent)
        {
            var ofAShare = value.Unit == Unit.Percent;
            if (value.Unit != Unit.Rank)
                yield return Quotient(value, 1 + (reported.Value / 100), figure.Times(0.01m).Plus(1), ofAShare ? ChangeReading.Percent : null);
            if (ofAShare) yield return Difference(value, reported.Value, figure, ChangeReading.Points);
        }
        else if (unit == Unit.Times)
        {
            yield return Quotient(value, reported.Value, figure, ChangeReading.Times);
            yield return Quotient(value, reported.Value + 1, figure.Plus(1), ChangeReading.TimesMore);
        }
        else if (unit == Unit.Rank)
        {
            if (value.Unit == Unit.Rank) yield return new ImpliedLevel(value.Value + reported.Value, value.Bounds.Low + figure.Low, value.Bounds.High + figure.High, null);
        }
        else if (unit == value.Unit || (unit == Unit.Point && (value.Unit == Unit.Percent || value.Unit == Unit.Score)))
        {
            yield return Difference(value, reported.Value, figure, null);
        }
    }

    static ImpliedLevel Difference(Level value, decimal change, Interval figure, ChangeReading? meaning)
    {
        var reach = value.Bounds - figure;
        return new ImpliedLevel(value.Value - change, reach.Low, reach.High, meaning);
    }

    static ImpliedLevel? Quotient(Level value, decimal by, Interval divisor, ChangeReading? meaning) =>
        by > 0 && Interval.Quotient(value.Value, by) is { } implied && value.Bounds.Over(divisor, 1) is { } reach
            ? new ImpliedLevel(PrintedFigure.Rounded(implied, value.Value, value.Unit), reach.Low, reach.High, meaning)
            : null;
}

namespace ServerlessIct.Indicators.Series;

/// <summary>What a report implies for a basis whose own figure no source states.</summary>
static class Implication
{
    /// <summary>
    /// The implied figure of the basis, printed no finer than the report allows; null where the report does not determine one:
    /// per cent of a share may mean points or per cent, and "tăng 2 lần" twice or three times as much.
    /// </summary>
    public static decimal? Of(IEnumerable<Comparison> reported, Level? value) =>
        reported.OrderBy(Coarseness).Select(r => Of(r, value)).FirstOrDefault(implied => implied is not null);

    // A level is the figure itself, a difference leaves only the rounding of two figures, a ratio multiplies it.
    static int Coarseness(Comparison reported) => (reported.Relation, reported.Unit) switch
    {
        (Relation.Level, _) => 0,
        (Relation.Change, var unit) when unit != Unit.Percent && unit != Unit.Times => 1,
        _ => 2,
    };

    static decimal? Of(Comparison reported, Level? value)
    {
        if (Math.Abs(reported.Value) > PrintedFigure.Largest) return null;
        if (reported.Relation == Relation.Level) return value is null || reported.Unit == value.Unit ? reported.Value : null;
        if (value is null) return null;
        var unit = reported.Unit;
        if (reported.Relation == Relation.Ratio)
        {
            return unit == Unit.Percent ? Divided(value, reported.Value / 100)
                : unit == Unit.Times ? Divided(value, reported.Value)
                : null;
        }

        if (unit == Unit.Percent) return value.Unit == Unit.Percent || value.Unit == Unit.Rank ? null : Divided(value, 1 + reported.Value / 100);
        if (unit == Unit.Rank) return value.Unit == Unit.Rank ? value.Value + reported.Value : null;
        var isDifference = unit == value.Unit || (unit == Unit.Point && (value.Unit == Unit.Percent || value.Unit == Unit.Score));
        return isDifference ? value.Value - reported.Value : null;
    }

    static decimal? Divided(Level value, decimal by) =>
        by > 0 && Interval.Quotient(value.Value, by) is { } implied ? PrintedFigure.Rounded(implied, value.Value, value.Unit) : null;
}

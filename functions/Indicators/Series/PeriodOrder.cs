namespace ServerlessIct.Indicators.Series;

/// <summary>How periods stand to each other in a series.</summary>
static class PeriodOrder
{
    /// <summary>The last day of a period.</summary>
    public static DateOnly End(Period period) => period.Kind switch
    {
        PeriodKind.Half => EndOfMonth(period.Year, period.Part * 6),
        PeriodKind.Quarter => EndOfMonth(period.Year, period.Part * 3),
        PeriodKind.Month or PeriodKind.FirstMonths => EndOfMonth(period.Year, period.Part),
        PeriodKind.Day => new DateOnly(period.Year, period.Part, period.Day),
        PeriodKind.Span => EndOfMonth(period.Part, 12),
        _ => EndOfMonth(period.Year, 12),
    };

    /// <summary>The same period one year before; null before the earliest year.</summary>
    public static Period? YearBefore(Period period)
    {
        var years = period.Kind == PeriodKind.Span ? period.Part - period.Year + 1 : 1;
        return period.Year - years < Period.FirstYear ? null : period.PreviousYear();
    }

    /// <summary>Whether figures of the two may be set against each other without a report that does so: a half with a half, nine months with nine.</summary>
    public static bool AreAlike(Period one, Period other) =>
        one.Kind == other.Kind && (one.Kind != PeriodKind.FirstMonths || one.Part == other.Part);

    static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}

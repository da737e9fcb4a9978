namespace ServerlessIct.Indicators.Series;

/// <summary>How periods stand to each other in a series.</summary>
public static class PeriodOrder
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
        AreOfOneKind(one, other) || (OtherName(one) is { } renamed && AreOfOneKind(renamed, other));

    static bool AreOfOneKind(Period one, Period other) =>
        one.Kind == other.Kind && (one.Kind != PeriodKind.FirstMonths || one.Part == other.Part);

    /// <summary>Another name of the same months: the first quarter is the first three months, January the first; null for the rest.</summary>
    public static Period? OtherName(Period period) => (period.Kind, period.Part) switch
    {
        (PeriodKind.Quarter, 1) => Period.OfFirstMonths(period.Year, 3),
        (PeriodKind.FirstMonths, 3) => Period.OfQuarter(period.Year, 1),
        (PeriodKind.Month, 1) => Period.OfFirstMonths(period.Year, 1),
        (PeriodKind.FirstMonths, 1) => Period.OfMonth(period.Year, 1),
        _ => null,
    };

    static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}

using System.Globalization;

namespace ServerlessIct.Indicators;

/// <summary>
/// A reporting period: a year, a half, a quarter, a month, the first n months of a year, a day, or a span of years.
/// Written <c>2024</c>, <c>2024-H1</c>, <c>2024-Q3</c>, <c>2024-M06</c>, <c>2024-9M</c>, <c>2024-06-15</c>, <c>2021/2025</c>.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(PeriodJsonConverter))]
public readonly record struct Period : IComparable<Period>
{
    /// <summary>The earliest and latest years accepted.</summary>
    public const int FirstYear = 1945, LastYear = 2100;

    Period(PeriodKind kind, int year, int part = 0, int day = 0)
    {
        Kind = kind;
        Year = year;
        Part = part;
        Day = day;
    }

    /// <summary>What sort of period this is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The year; for a span its first.</summary>
    public int Year { get; }

    /// <summary>The year in which it ends.</summary>
    public int FinalYear => Kind == PeriodKind.Span ? Part : Year;

    /// <summary>The half, quarter, month or number of months; for a span its last year; 0 for a year.</summary>
    public int Part { get; }

    /// <summary>The day of the month, for a date; else 0.</summary>
    public int Day { get; }

    /// <summary>A calendar year.</summary>
    public static Period OfYear(int year) => new(PeriodKind.Year, Checked(year));

    /// <summary>A half-year, 1 or 2.</summary>
    public static Period OfHalf(int year, int half) => new(PeriodKind.Half, Checked(year), Checked(half, 2));

    /// <summary>A quarter, 1 to 4.</summary>
    public static Period OfQuarter(int year, int quarter) => new(PeriodKind.Quarter, Checked(year), Checked(quarter, 4));

    /// <summary>A month, or the state in that month, 1 to 12.</summary>
    public static Period OfMonth(int year, int month) => new(PeriodKind.Month, Checked(year), Checked(month, 12));

    /// <summary>The first <paramref name="months"/> months: three are the first quarter, six the first half, twelve the year.</summary>
    public static Period OfFirstMonths(int year, int months) => Checked(months, 12) switch
    {
        3 => OfQuarter(year, 1),
        6 => OfHalf(year, 1),
        12 => OfYear(year),
        _ => new(PeriodKind.FirstMonths, Checked(year), months),
    };

    /// <summary>A day; the last of the year is the year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Period OfDay(int year, int month, int day)
    {
        _ = new DateOnly(Checked(year), month, day);
        return (month, day) == (12, 31) ? OfYear(year) : new(PeriodKind.Day, year, month, day);
    }

    /// <summary>A span of years, both included.</summary>
    public static Period OfSpan(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, last);
        return new(PeriodKind.Span, Checked(first), Checked(last));
    }

    /// <summary>The same period one year before; a span moves by its own length.</summary>
    public Period PreviousYear() => AddYears(Kind == PeriodKind.Span ? Year - Part - 1 : -1);

    /// <summary>The same period in another year; 29 February becomes the 28th.</summary>
    public Period AddYears(int years) => Kind switch
    {
        PeriodKind.Span => OfSpan(Year + years, Part + years),
        PeriodKind.Day => OfDay(Year + years, Part, Math.Min(Day, DateTime.DaysInMonth(Year + years, Part))),
        _ => new(Kind, Checked(Year + years), Part, Day),
    };

    /// <summary>The month, quarter, half or year just before; null for the kinds that have none.</summary>
    public Period? Preceding() => Kind switch
    {
        PeriodKind.Year => OfYear(Year - 1),
        PeriodKind.Half => Part == 1 ? OfHalf(Year - 1, 2) : OfHalf(Year, 1),
        PeriodKind.Quarter => Part == 1 ? OfQuarter(Year - 1, 4) : OfQuarter(Year, Part - 1),
        PeriodKind.Month => Part == 1 ? OfMonth(Year - 1, 12) : OfMonth(Year, Part - 1),
        _ => null,
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period; write 2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025.");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>False where the text is not a period.</returns>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryNumber(text.AsSpan(0, 4), out var year) || !IsYear(year)) return false;
        var rest = text.AsSpan(4);
        if (rest.IsEmpty) return Found(OfYear(year), out period);
        if (rest[0] == '/' && rest.Length == 5 && TryNumber(rest[1..], out var last) && IsYear(last) && last > year)
            return Found(OfSpan(year, last), out period);
        if (rest[0] != '-' || rest.Length < 3) return false;
        rest = rest[1..];
        if (rest.Length == 5 && rest[2] == '-' && TryNumber(rest[..2], out var month) && TryNumber(rest[3..], out var day)
            && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return Found(OfDay(year, month, day), out period);
        if (rest[^1] == 'M' && rest[0] != '0' && TryNumber(rest[..^1], out var months) && months is >= 1 and <= 12)
            return Found(OfFirstMonths(year, months), out period);
        if (!TryNumber(rest[1..], out var part) || part < 1) return false;
        return (rest[0], rest.Length, part) switch
        {
            ('H', 2, <= 2) => Found(OfHalf(year, part), out period),
            ('Q', 2, <= 4) => Found(OfQuarter(year, part), out period),
            ('M', 3, <= 12) => Found(OfMonth(year, part), out period),
            _ => false,
        };
    }

    /// <summary>Orders by year, then by kind and part.</summary>
    public int CompareTo(Period other) => (Year, Kind, Part, Day).CompareTo((other.Year, other.Kind, other.Part, other.Day));

    /// <summary>Whether one period comes before another.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether one period comes after another.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether one period comes before another or is the same.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one period comes after another or is the same.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The one spelling of the period.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Half => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-H{Part}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Part}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-M{Part:D2}"),
        PeriodKind.FirstMonths => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Part}M"),
        PeriodKind.Day => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Part:D2}-{Day:D2}"),
        PeriodKind.Span => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}/{Part:D4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
    };

    internal static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    static bool Found(Period found, out Period period)
    {
        period = found;
        return true;
    }

    static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    static int Checked(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return year;
    }

    static int Checked(int part, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, most);
        return part;
    }
}

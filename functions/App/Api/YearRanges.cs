using System.Globalization;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>The years a question is about: <c>2023</c>, <c>2019..2023</c>, or a list of both.</summary>
public sealed record YearRanges
{
    const string Allowed = "a year, a range like 2019..2023, or a comma-separated list of both, from 1945 to 2100";

    readonly IReadOnlySet<int> years;

    YearRanges(IReadOnlySet<int> years, bool isAny)
    {
        this.years = years;
        IsAny = isAny;
    }

    /// <summary>Every year.</summary>
    public static YearRanges Any { get; } = new(Enumerable.Range(Period.FirstYear, Period.LastYear - Period.FirstYear + 1).ToHashSet(), isAny: true);

    /// <summary>Whether no year was asked for in particular.</summary>
    public bool IsAny { get; }

    /// <summary>The earliest.</summary>
    public int First => years.Min();

    /// <summary>The latest.</summary>
    public int Last => years.Max();

    /// <summary>The years in order.</summary>
    public IEnumerable<int> All => years.Order();

    /// <summary>Whether a year is among them.</summary>
    public bool Contains(int year) => years.Contains(year);

    /// <summary>Reads the parameter; null or empty is every year.</summary>
    /// <exception cref="ParameterException">It is not of that form.</exception>
    public static YearRanges Parse(string? text, string parameter = "year")
    {
        if (string.IsNullOrWhiteSpace(text)) return Any;
        var found = new HashSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..");
            if (ends.Length > 2 || !TryYear(ends[0], out var first) || !TryYear(ends[^1], out var last) || first > last)
                throw new ParameterException(parameter, text, Allowed);
            found.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        return new YearRanges(found, isAny: false);
    }

    static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= Period.FirstYear and <= Period.LastYear;
}

/// <summary>Periods asked for: single ones, and all within a range of years (<c>2019..2023</c>).</summary>
public sealed class PeriodList
{
    const string Allowed = "a period like 2023, 2023-H1, 2023-Q3 or 2023-9M, a range of years like 2019..2023 with all periods in them, or a comma-separated list of both";

    readonly HashSet<Period> single = [];
    readonly List<YearRanges> ranges = [];

    PeriodList()
    {
    }

    /// <summary>Whether a period is among them.</summary>
    public bool Contains(Period period) => single.Contains(period) || ranges.Exists(r => r.Contains(period.Year));

    /// <summary>Reads the parameter; null where it is not given.</summary>
    /// <exception cref="ParameterException">It is not of that form.</exception>
    public static PeriodList? Of(Parameters parameters, string name)
    {
        var items = parameters.Items(name);
        if (items.Count == 0) return null;
        var list = new PeriodList();
        foreach (var item in items)
        {
            if (Parameters.TryPeriod(item, out var period)) list.single.Add(period);
            else if (item.Contains("..", StringComparison.Ordinal)) list.ranges.Add(YearRanges.Parse(item, name));
            else throw new ParameterException(name, Parameters.Shortened(item), Allowed);
        }
        return list;
    }
}

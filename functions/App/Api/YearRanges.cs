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

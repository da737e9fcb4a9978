using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

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

using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Which ground a slug stands for in a period. On 1 July 2025 some slugs were kept for a larger province: figures of a period that ends
/// before that day are of the old one, those of later periods of the new one.
/// </summary>
public static class Territory
{
    /// <summary>The provinces of before July 2025 that this one was formed from; empty where it is the same ground as before.</summary>
    public static IReadOnlyList<string> PartsOf(string province) =>
        Gazetteer.Default.FindSince2025(province) is { FormedFrom: { Count: > 1 } parts } ? parts : [];

    /// <summary>The province of today that this one was merged into with others; null where it is the same ground as before.</summary>
    public static string? WholeOf(string province) =>
        Gazetteer.Default.FindBefore2025(province) is { MergedInto: var whole } && PartsOf(whole).Count > 0 ? whole : null;

    /// <summary>Whether a period is of the provinces since July 2025.</summary>
    public static bool IsSinceMerger(Period period) => PeriodOrder.End(period) >= Gazetteer.Merger;

    /// <summary>Whether the province is another territory in the one period than in the other.</summary>
    public static bool Differs(string province, Period period, Period other) =>
        IsSinceMerger(period) != IsSinceMerger(other) && PartsOf(province).Count > 0;

    /// <summary>Whether the province is another territory than one year before: its series breaks here.</summary>
    public static bool BreaksAt(string province, Period period) =>
        PeriodOrder.YearBefore(period) is { } before && Differs(province, period, before);
}

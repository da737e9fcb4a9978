using System.Globalization;

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Which of several sources that agree on a figure stands for it: the first by this order. Which of several figures is taken, <see cref="Choice"/> says.
/// <list type="number">
/// <item>A figure before a mere comparison: there is nothing else to show.</item>
/// <item>Final before estimated: <c>ước đạt</c> is written to be replaced.</item>
/// <item>Exact before approximate: <c>hơn 1.300</c> is a rounding of a figure that someone else prints.</item>
/// <item>The finer print before the rounder one that agrees with it.</item>
/// <item>The document of the later reporting period: a later report restates with corrections what was provisional before.</item>
/// <item>The document that arrived later: a second version replaces the first.</item>
/// <item>The earlier place in its document: reports state a figure in full before they repeat it.</item>
/// </list>
/// The rest only makes the order total, so that the order of arrival in memory never shows.
/// </summary>
sealed class SourceOrder : IComparer<Candidate>
{
    /// <summary>The one instance; it has no state.</summary>
    public static SourceOrder BestFirst { get; } = new();

    /// <inheritdoc/>
    public int Compare(Candidate? x, Candidate? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = Standing(x).CompareTo(Standing(y));
        if (order == 0) order = Coarseness(x).CompareTo(Coarseness(y));
        return order != 0 ? order : ByAge(x, y);
    }

    /// <summary>The newer document first, then the rest of the order.</summary>
    public static int ByAge(Candidate x, Candidate y)
    {
        var order = Age(x, y);
        if (order == 0) order = x.Ordinal.CompareTo(y.Ordinal);
        if (order == 0) order = string.CompareOrdinal(x.Document, y.Document);
        return order != 0 ? order : string.CompareOrdinal(Content(x), Content(y));
    }

    /// <summary>Whether the one source reports on a later period than the other, or on the same and arrived later.</summary>
    public static bool IsNewer(Candidate source, Candidate other) => Age(source, other) < 0;

    /// <summary>The last day that the document reports on; the first of all days where that is unknown.</summary>
    public static DateOnly ReportedUntil(Candidate candidate) =>
        candidate.DocumentPeriod is { } period ? PeriodOrder.End(period) : DateOnly.MinValue;

    static int Age(Candidate x, Candidate y)
    {
        var order = ReportedUntil(y).CompareTo(ReportedUntil(x));
        return order != 0 ? order : y.ReceivedAt.CompareTo(x.ReceivedAt);
    }

    static int Standing(Candidate candidate) => (candidate.Value, candidate.Qualifier) switch
    {
        (null, _) => 3,
        (_, Qualifier.Estimated) => 2,
        (_, Qualifier.Exact) => 0,
        _ => 1,
    };

    static decimal Coarseness(Candidate candidate) => Level.Of(candidate) is { } level ? level.Bounds.High - level.Bounds.Low : 0;

    static string Content(Candidate c) => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.Value}\n{c.Unit}\n{c.Total}\n{c.Qualifier}\n{c.DocumentPeriod}\n{c.ReceivedAt:O}\n{c.Label}\n{c.IsDropped}\n{string.Join('\n', c.Comparisons.Select(Content))}");

    static string Content(Comparison c) => string.Create(CultureInfo.InvariantCulture, $"{c.Basis} {c.Relation} {c.Value} {c.Unit} {c.Qualifier}");
}

using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series.Simulation;

/// <summary>What a simple program does: the newest document's figure is taken, and a reported change is right where it is the computed one, rounded alike.</summary>
static class NewestWins
{
    /// <summary>The figure taken for each period.</summary>
    public static IReadOnlyDictionary<Period, Candidate> Choose(IEnumerable<Candidate> candidates) => candidates
        .GroupBy(c => c.Period)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Ordinal).First());

    /// <summary>The verdict on the change against the year before; null where nothing is known.</summary>
    public static Verdict? Judge(Period period, IReadOnlyDictionary<Period, Candidate> chosen)
    {
        if (!chosen.TryGetValue(period, out var now)) return null;
        var reports = now.Comparisons;
        if (!chosen.TryGetValue(period.PreviousYear(), out var before)) return reports.Count > 0 ? Verdict.Reported : null;
        if (reports.Count == 0) return Verdict.Computed;
        return reports.All(r => r == Printing.ChangeLike(r, before.Value!.Value, now.Value!.Value, now.Unit!.Value)) ? Verdict.Confirmed : Verdict.Contradicted;
    }
}

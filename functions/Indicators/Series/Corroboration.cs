namespace ServerlessIct.Indicators.Series;

/// <summary>
/// What the arithmetic of reports says where sources disagree. A report of <c>tăng 76</c> fits one figure of the year before and not another;
/// a mistyped figure seldom fits any. Only the newest document with such a report is heard, and only where it is no older than the newest
/// figure: an older one could not know of a later restatement.
/// </summary>
sealed class Corroboration(IReadOnlyDictionary<(Kind Kind, Period Period), IReadOnlyList<AgreeingSources>> claims)
{
    readonly ILookup<Period, Candidate> speakersOf = claims.Values
        .SelectMany(c => c).SelectMany(c => c.Sources)
        .SelectMany(s => s.Comparisons.Select(c => c.Basis?.Period).OfType<Period>().Distinct().Select(p => (Period: p, Source: s)))
        .ToLookup(p => p.Period, p => p.Source);

    /// <summary>Those of the contenders that the newest document with a telling report speaks for; none where none does.</summary>
    public IReadOnlySet<AgreeingSources> SpokenFor(Kind kind, Period period, IReadOnlyList<AgreeingSources> contenders)
    {
        var none = new HashSet<AgreeingSources>();
        if (kind != Kind.Actual || contenders.Count < 2 || contenders.Any(c => c.Level is null)) return none;
        var newest = contenders.Select(c => c.Newest).Aggregate((one, other) => SourceOrder.IsNewer(other, one) ? other : one);
        var documents = Speakers(period, contenders)
            .Where(s => !SourceOrder.IsNewer(newest, s))
            .GroupBy(s => s.Document, StringComparer.Ordinal)
            .OrderByDescending(g => SourceOrder.ReportedUntil(g.First())).ThenByDescending(g => g.First().ReceivedAt).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var words = contenders.Select(c => (AgreeingSources: c, Fitting: document.Sum(s => Fitting(s, period, c)))).ToList();
            var most = words.Max(w => w.Fitting);
            if (words.Exists(w => w.Fitting < most)) return words.Where(w => w.Fitting == most).Select(w => w.AgreeingSources).ToHashSet();
        }

        return none;
    }

    IEnumerable<Candidate> Speakers(Period period, IReadOnlyList<AgreeingSources> contenders) =>
        contenders.SelectMany(c => c.Sources).Concat(speakersOf[period].Where(s => s.Kind == Kind.Actual && s.Period != period)).Where(s => s.Comparisons.Count > 0);

    // How many of a source's reports are right if the claim is.
    int Fitting(Candidate source, Period period, AgreeingSources claim)
    {
        if (source.Period != period)
            return Level.Of(source) is { } own ? source.Comparisons.Count(c => c.Basis?.Period == period && Agreement.Fits(c, own, claim.Level) == true) : 0;
        return source.Comparisons.Count(c => c.Relation != Relation.Level && c.Basis is { } basis
            && claims.TryGetValue(basis.Period is { } other ? (Kind.Actual, other) : (Kind.Target, period), out var there)
            && there.Any(t => Agreement.Fits(c, claim.Level, t.Level) == true));
    }
}

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Which of several figures of one point is taken. Sources that agree within their rounding are one claim (<see cref="AgreeingSources"/>); claims are
/// compared by the steps of <see cref="ChoiceReason"/>, in that order, and the first step that tells two apart decides.
/// </summary>
sealed class Choice
{
    /// <summary>Figures this far apart are not two states of one matter: one of them is a slip.</summary>
    const decimal FarApart = 1.25m;

    readonly SeriesRules rules;
    readonly Dictionary<(Kind Kind, Period Period), IReadOnlyList<AgreeingSources>> claims;
    readonly Corroboration corroboration;

    /// <summary>Looks at all sources of a series.</summary>
    public Choice(IEnumerable<Candidate> sources, SeriesRules rules)
    {
        this.rules = rules;
        claims = sources.Where(s => !s.IsDropped).GroupBy(s => (s.Kind, s.Period)).ToDictionary(g => g.Key, g => AgreeingSources.Of(g));
        corroboration = new Corroboration(claims);
    }

    /// <summary>The sources of a point, the one to take first, and why it is.</summary>
    public (IReadOnlyList<Candidate> BestFirst, ChoiceReason Why) Of(Kind kind, Period period)
    {
        if (!claims.TryGetValue((kind, period), out var all)) return ([], ChoiceReason.Unopposed);
        if (all.Count == 1) return (all[0].Sources, ChoiceReason.Unopposed);
        var judged = all.Select(c => new Judged(c, Standing(c, all, kind, period))).ToList();
        var spokenFor = corroboration.SpokenFor(kind, period, Contenders(judged));
        judged.Sort((x, y) => Compare(x, y, spokenFor).Order);
        var states = judged[1].AgreeingSources.Level is not null || judged[1].AgreeingSources.Best.Value is not null;
        return ([.. judged.SelectMany(j => j.AgreeingSources.Sources)], states ? Compare(judged[0], judged[1], spokenFor).Why : ChoiceReason.Unopposed);
    }

    static IReadOnlyList<AgreeingSources> Contenders(IReadOnlyList<Judged> judged)
    {
        var best = judged.Min(j => j.Standing);
        return [.. judged.Where(j => j.Standing == best).Select(j => j.AgreeingSources)];
    }

    (int Figure, int Unit, int Implausible, int Odd, int Estimated) Standing(AgreeingSources claim, IReadOnlyList<AgreeingSources> all, Kind kind, Period period)
    {
        if (claim.Level is not { } level) return (claim.Best.Value is null ? 2 : 1, 0, 0, 0, 0);
        return (
            0,
            rules.Unit is { } own && own != level.Unit ? 1 : 0,
            rules.Allow(level.Value, level.Unit) ? 0 : 1,
            all.Any(other => IsOddBeside(claim, other, kind, period)) ? 1 : 0,
            claim.Best.Qualifier == Qualifier.Estimated && kind == Kind.Actual ? 1 : 0);
    }

    bool IsOddBeside(AgreeingSources claim, AgreeingSources other, Kind kind, Period period)
    {
        if (claim.Level is not { Value: > 0 } figure || other.Level is not { Value: > 0 } rival || figure.Unit != rival.Unit) return false;
        if (Ratio(figure.Value, rival.Value) <= FarApart) return false;
        var neighbours = Neighbours(kind, period, figure.Unit).ToList();
        return neighbours.Count == 0
            ? other.Documents > claim.Documents
            : neighbours.TrueForAll(n => n.Min(v => Ratio(figure.Value, v)) > FarApart * n.Min(v => Ratio(rival.Value, v)));
    }

    // The figures of the year before and of the year after, as many as are claimed.
    IEnumerable<IReadOnlyList<decimal>> Neighbours(Kind kind, Period period, Unit unit)
    {
        var before = PeriodOrder.YearBefore(period);
        Period? after = period.Year < Period.LastYear && period.Kind != PeriodKind.Span ? period.AddYears(1) : null;
        foreach (var beside in (Period?[])[before, after])
        {
            if (beside is not { } known || !claims.TryGetValue((kind, known), out var there)) continue;
            var values = there.Where(c => c.Level is { Value: > 0 } level && level.Unit == unit).Select(c => c.Level!.Value).ToList();
            if (values.Count > 0) yield return values;
        }
    }

    static decimal Ratio(decimal one, decimal other) => Interval.Quotient(Math.Max(one, other), Math.Min(one, other)) ?? PrintedFigure.Largest;

    static (int Order, ChoiceReason Why) Compare(Judged x, Judged y, IReadOnlySet<AgreeingSources> spokenFor)
    {
        var (one, other) = (x.Standing, y.Standing);
        if (one.Figure != other.Figure) return (one.Figure.CompareTo(other.Figure), ChoiceReason.Unopposed);
        if (one.Unit != other.Unit) return (one.Unit.CompareTo(other.Unit), ChoiceReason.Unit);
        if (one.Implausible != other.Implausible) return (one.Implausible.CompareTo(other.Implausible), ChoiceReason.Plausible);
        if (one.Odd != other.Odd) return (one.Odd.CompareTo(other.Odd), ChoiceReason.InLine);
        if (one.Estimated != other.Estimated) return (one.Estimated.CompareTo(other.Estimated), ChoiceReason.Final);
        var words = spokenFor.Contains(y.AgreeingSources).CompareTo(spokenFor.Contains(x.AgreeingSources));
        if (words != 0) return (words, ChoiceReason.Arithmetic);
        var exact = Approximate(x).CompareTo(Approximate(y));
        if (exact != 0) return (exact, ChoiceReason.Exact);
        var (newest, rival) = (x.AgreeingSources.Newest, y.AgreeingSources.Newest);
        var report = SourceOrder.ReportedUntil(rival).CompareTo(SourceOrder.ReportedUntil(newest));
        if (report != 0) return (report, ChoiceReason.LaterReport);
        var arrival = rival.ReceivedAt.CompareTo(newest.ReceivedAt);
        return arrival != 0 ? (arrival, ChoiceReason.LaterArrival) : (SourceOrder.ByAge(newest, rival), ChoiceReason.Place);
    }

    static int Approximate(Judged judged) => judged.AgreeingSources.Best.Qualifier is Qualifier.Exact or Qualifier.Estimated ? 0 : 1;

    sealed record Judged(AgreeingSources AgreeingSources, (int Figure, int Unit, int Implausible, int Odd, int Estimated) Standing);
}

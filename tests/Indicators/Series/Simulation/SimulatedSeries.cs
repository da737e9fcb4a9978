using System.Globalization;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series.Simulation;

/// <summary>
/// One series whose truth is known, and what documents state of it. Every random number comes from the seed, so that a seed is a world.
/// </summary>
sealed class SimulatedSeries
{
    public const int FirstYear = 2010, Years = 15;

    readonly Random random;
    readonly SimulatedRates rates;
    readonly List<Candidate> candidates = [];
    readonly List<(int Year, Comparison Printed, bool IsMisprint, bool IsCurrent)> reports = [];
    readonly decimal[] truth = new decimal[Years];
    readonly decimal[] published = new decimal[Years];
    readonly bool[] silently = new bool[Years];
    readonly bool[] missing = new bool[Years];
    readonly bool[] stated = new bool[Years];
    readonly bool[] final = new bool[Years];
    int documents;

    public SimulatedSeries(string province, string indicator, Unit unit, int seed, SimulatedRates rates)
    {
        (Province, Indicator, Unit, this.rates) = (province, indicator, unit, rates);
        random = new Random(seed);
        Live();
        for (var year = 0; year < Years; year++) Report(year);
    }

    public string Province { get; }

    public string Indicator { get; }

    public Unit Unit { get; }

    public IReadOnlyList<Candidate> Candidates => candidates;

    /// <summary>The years of which a document states a final figure, each with the true one: as last restated.</summary>
    public IEnumerable<(Period Period, decimal Truth)> Points =>
        Enumerable.Range(0, Years).Where(y => final[y]).Select(y => (Period.OfYear(FirstYear + y), truth[y]));

    /// <summary>What somebody who knows every slip would say of the change of a year; null where there is nothing to say.</summary>
    public Verdict? TrueVerdict(Period period)
    {
        var year = period.Year - FirstYear;
        var told = reports.Where(r => r.Year == year).ToList();
        if (year == 0 || !stated[year - 1]) return told.Count > 0 ? Verdict.Reported : null;
        // Nothing can be held against an estimate alone.
        if (told.Count == 0 || !final[year - 1]) return Verdict.Computed;
        if (told.Exists(r => r is { IsCurrent: true, IsMisprint: true })) return Verdict.Contradicted;
        // A report of figures that were restated since is neither wrong nor a proof, unless it is right of the new ones too.
        return told.Exists(r => r is { IsCurrent: true } || r.Printed == Printing.ChangeLike(r.Printed, truth[year - 1], truth[year], Unit))
            ? Verdict.Confirmed
            : Verdict.Computed;
    }

    void Live()
    {
        var size = Unit == Unit.Percent ? 20 + (60 * random.NextDouble())
            : Unit == Unit.Count ? Math.Pow(10, 1.7 + (4.3 * random.NextDouble()))
            : Math.Pow(10, 9.5 + (3.5 * random.NextDouble()));
        for (var year = 0; year < Years; year++) missing[year] = Happens(rates.Missing);
        for (var year = 0; year < Years; year++)
        {
            truth[year] = True(size);
            // What no later report could tell is not restated.
            var restated = year < Years - 1 && !missing[year + 1] && Happens(rates.Restated);
            silently[year] = restated && Happens(rates.SilentlyRestated);
            published[year] = restated ? True(size * (1 + ((random.Next(2) == 0 ? -1 : 1) * (0.01 + (0.04 * random.NextDouble()))))) : truth[year];
            size *= Math.Clamp(1.05 + (0.08 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)), 0.85, 1.3);
            if (Unit == Unit.Percent) size = Math.Min(size, 99.5);
        }
    }

    decimal True(double size) => Unit == Unit.Percent ? Math.Round((decimal)Math.Min(size, 99.5), 2) : Unit == Unit.Count ? Math.Max(5, Math.Round((decimal)size)) : Math.Round((decimal)size / 1_000_000) * 1_000_000;

    void Report(int year)
    {
        if (Happens(rates.Estimated)) Estimate(year);
        if (!missing[year]) Annual(year);
        if (Happens(rates.Second)) Second(year);
    }

    void Annual(int year)
    {
        var comparison = year > 0 && Happens(rates.Compared) ? Compared(year, published[year], isCurrent: published[year] == truth[year]) : null;
        var value = Typed(Printing.Level(published[year], Unit, Happens(0.3), random));
        var recalled = Recalled(year);
        State(year, value, Qualifier.Exact, Arrival(year, 20), comparison, recalled);
        if (!Happens(rates.Copied)) return;
        State(year, value, Qualifier.Exact, Arrival(year, 25), comparison, recalled: null);
    }

    (int Year, decimal Value)? Recalled(int year)
    {
        if (year == 0) return null;
        var restated = published[year - 1] != truth[year - 1];
        if (!(restated ? !silently[year - 1] : Happens(rates.Recalled))) return null;
        return (year - 1, Typed(Printing.Level(truth[year - 1], Unit, Happens(0.2), random)));
    }

    void Estimate(int year)
    {
        var about = True((double)truth[year] * (0.97 + (0.06 * random.NextDouble())));
        var comparison = year > 0 && Happens(rates.Compared) ? Compared(year, about, isCurrent: false) : null;
        State(year, Typed(Printing.Level(about, Unit, round: true, random)), Qualifier.Estimated, Arrival(year, -25), comparison, recalled: null);
    }

    // A yearbook of the ministry, half a year later; it has the figure as first published.
    void Second(int year) =>
        State(year, Typed(Printing.Level(published[year], Unit, Happens(0.6), random)), Qualifier.Exact, Arrival(year, 170), null, recalled: null);

    Comparison Compared(int year, decimal value, bool isCurrent)
    {
        var basis = Basis.Of(Period.OfYear(FirstYear + year - 1));
        var right = Printing.Change(truth[year - 1], value, Unit, basis, random);
        var wrong = Happens(rates.Misreport) ? Printing.Wrong(right.Value, random) : Typed(right.Value);
        var printed = right with { Value = Printing.Rounded(wrong, right.Value.Scale) };
        reports.Add((year, printed, printed.Value != right.Value, isCurrent));
        return printed;
    }

    void State(int year, decimal value, Qualifier qualifier, DateTimeOffset arrival, Comparison? comparison, (int Year, decimal Value)? recalled)
    {
        var document = "d" + (documents++).ToString("D4", CultureInfo.InvariantCulture);
        stated[year] = true;
        final[year] |= qualifier != Qualifier.Estimated;
        var own = new Candidate
        {
            Province = Province,
            Indicator = Indicator,
            Period = Period.OfYear(FirstYear + year),
            Value = value,
            Unit = Unit,
            Qualifier = qualifier,
            Comparisons = comparison is null ? [] : [comparison],
            Document = document,
            ReceivedAt = arrival,
            DocumentPeriod = Period.OfYear(FirstYear + year),
        };
        candidates.Add(own);
        if (recalled is not { } past) return;
        stated[past.Year] = final[past.Year] = true;
        candidates.Add(own with { Period = Period.OfYear(FirstYear + past.Year), Value = past.Value, Comparisons = [], Ordinal = 1 });
    }

    DateTimeOffset Arrival(int year, int days) =>
        new DateTimeOffset(FirstYear + year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days + (Happens(rates.Late) ? random.Next(100, 1_100) : 0));

    decimal Typed(decimal value) => Happens(rates.Typo) ? Printing.Mistyped(value, random) : value;

    bool Happens(double rate) => random.NextDouble() < rate;
}

using System.Globalization;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series.Simulation;

/// <summary>
/// A country whose truth is known: 63 provinces, 95 indicators, 15 years of reports that round, contradict, restate and mistype
/// (<see cref="SimulatedRates"/>). A chosen figure is right where the true one, as last restated, could have been printed so.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    const int Indicators = 95;

    [Theory]
    [InlineData(1, 63)]
    [InlineData(2, 16)]
    [InlineData(3, 16)]
    public void Figures_and_verdicts_are_right_far_more_often_than_by_taking_the_newest(int seed, int provinces)
    {
        var score = Run(seed, provinces, new SimulatedRates());
        output.WriteLine(score.ToString());

        score.Chosen.ShouldBeGreaterThanOrEqualTo(0.99);
        score.Verdicts.ShouldBeGreaterThanOrEqualTo(0.98);
        score.Chosen.ShouldBeGreaterThan(score.NewestChosen);
        score.Verdicts.ShouldBeGreaterThan(score.NewestVerdicts);
    }

    [Fact]
    public void Where_nobody_errs_nothing_is_contradicted_and_every_figure_is_right()
    {
        var score = Run(4, 8, new SimulatedRates(Typo: 0, Misreport: 0, Restated: 0));
        output.WriteLine(score.ToString());

        score.Chosen.ShouldBe(1);
        score.Contradicted.ShouldBe(0);
    }

    static Score Run(int seed, int provinces, SimulatedRates rates)
    {
        var total = new Score();
        Parallel.ForEach(
            Gazetteer.Default.Before2025.Take(provinces).SelectMany((p, i) => Enumerable.Range(0, Indicators).Select(j => (Slug: p.Slug, Province: i, Indicator: j))),
            () => new Score(),
            (series, _, score) => Play(series, seed, rates, score),
            score => { lock (total) total.Add(score); });
        return total;
    }

    static Score Play((string Slug, int Province, int Indicator) at, int seed, SimulatedRates rates, Score score)
    {
        var unit = (at.Indicator % 3) switch { 0 => Unit.Count, 1 => Unit.Percent, _ => Unit.Vnd };
        var world = new SimulatedSeries(at.Slug, $"i.{at.Indicator.ToString(CultureInfo.InvariantCulture)}", unit, (seed * 1_000_003) + (at.Province * 1_009) + at.Indicator, rates);
        var rules = new SeriesRules(unit, 0, unit == Unit.Percent ? 100 : unit == Unit.Count ? 100_000_000 : 1_000_000_000_000_000);
        var points = SeriesBuilder.Build(world.Province, world.Indicator, world.Candidates, rules).ToDictionary(p => p.Period);
        var newest = NewestWins.Choose(world.Candidates);
        foreach (var (period, truth) in world.Points)
        {
            score.Sources += 1 + points[period].Alternatives.Count;
            score.CountChoice(IsRight(points[period].Chosen!, truth), IsRight(newest[period], truth));
            if (world.TrueVerdict(period) is { } expected)
                score.CountVerdict(expected, points[period].AgainstYearBefore()?.Verdict, NewestWins.Judge(period, newest));
        }

        return score;
    }

    static bool IsRight(Candidate chosen, decimal truth) =>
        Level.Of(chosen) is { } level && (level.Bounds.Low <= truth && truth <= level.Bounds.High);

    sealed class Score
    {
        readonly Dictionary<(Verdict Expected, Verdict? Found), int> confusions = [];
        int points, right, newestRight, verdicts, verdictsRight, newestVerdictsRight;

        public int Sources { get; set; }

        public double Chosen => (double)right / points;

        public double NewestChosen => (double)newestRight / points;

        public double Verdicts => (double)verdictsRight / verdicts;

        public double NewestVerdicts => (double)newestVerdictsRight / verdicts;

        public int Contradicted => confusions.Where(c => c.Key.Found == Verdict.Contradicted).Sum(c => c.Value);

        public void CountChoice(bool isRight, bool newestIsRight)
        {
            points++;
            if (isRight) right++;
            if (newestIsRight) newestRight++;
        }

        public void CountVerdict(Verdict expected, Verdict? found, Verdict? newest)
        {
            verdicts++;
            if (found == expected) verdictsRight++;
            else confusions[(expected, found)] = confusions.GetValueOrDefault((expected, found)) + 1;
            if (newest == expected) newestVerdictsRight++;
        }

        public void Add(Score other)
        {
            points += other.points;
            right += other.right;
            newestRight += other.newestRight;
            verdicts += other.verdicts;
            verdictsRight += other.verdictsRight;
            newestVerdictsRight += other.newestVerdictsRight;
            Sources += other.Sources;
            foreach (var (key, count) in other.confusions) confusions[key] = confusions.GetValueOrDefault(key) + count;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{points} points of {Sources} sources: chosen right {Chosen:P3} (newest wins {NewestChosen:P3}); {verdicts} verdicts: right {Verdicts:P3} (newest wins {NewestVerdicts:P3}); wrong: {string.Join(", ", confusions.OrderByDescending(c => c.Value).Select(c => $"{c.Key.Expected} as {c.Key.Found} {c.Value}"))}");
    }
}

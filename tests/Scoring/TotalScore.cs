namespace ServerlessIct.Scoring;

/// <summary>How well several texts were read together.</summary>
public sealed record TotalScore(IReadOnlyList<TextScore> Texts)
{
    public Counts Facts => Sum(Texts.Select(t => t.Facts.Counts));

    public Counts Comparisons => Sum(Texts.Select(t => t.Comparisons.Counts));

    public Counts Quantities => Sum(Texts.Select(t => t.Quantities.Counts));

    /// <summary>The mean of the texts' own F1 of facts, of those that have any.</summary>
    public double MeanFacts => Mean(Texts.Select(t => t.Facts.Counts));

    public double MeanComparisons => Mean(Texts.Select(t => t.Comparisons.Counts));

    public double MeanQuantities => Mean(Texts.Select(t => t.Quantities.Counts));

    public int RightPlaces => Texts.Count(t => t.PlaceIsRight);

    static Counts Sum(IEnumerable<Counts> counts) => counts.Aggregate(default(Counts), (a, b) => a + b);

    static double Mean(IEnumerable<Counts> counts) => counts.Where(c => c.Any).Select(c => c.F1).DefaultIfEmpty().Average();
}

namespace ServerlessIct.Indicators;

/// <summary>What a report says of a value against another period or against the plan.</summary>
/// <param name="Basis">What the value is compared with; null where the text does not say.</param>
/// <param name="Relation">What the number is.</param>
/// <param name="Value">The number; where it is a change down is negative, and a better rank is positive.</param>
/// <param name="Unit">In what the number is: <c>%</c>, <c>point</c>, <c>rank</c>, <c>times</c>, or the unit of the observation.</param>
public sealed record Comparison(Basis? Basis, Relation Relation, decimal Value, Unit Unit)
{
    /// <summary>How exactly the text states the number; more than a fall of 5 is a greater fall.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>
    /// Comparisons without those that repeat another, in the order of their first mention. Where one text says <c>tăng 15%</c> and another
    /// <c>tăng hơn 15%</c> it is one comparison, and the plain figure stands for both; else the first qualifier does.
    /// </summary>
    public static IReadOnlyList<Comparison> Merged(IEnumerable<Comparison> comparisons)
    {
        var merged = new List<Comparison>();
        var places = new Dictionary<Comparison, int>();
        foreach (var comparison in comparisons)
        {
            if (places.TryAdd(comparison with { Qualifier = Qualifier.Exact }, merged.Count)) merged.Add(comparison);
            else if (comparison.Qualifier == Qualifier.Exact) merged[places[comparison]] = comparison;
        }

        return merged;
    }
}

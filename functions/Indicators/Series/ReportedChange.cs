namespace ServerlessIct.Indicators.Series;

/// <summary>A comparison as sources state it, held against the figures.</summary>
/// <param name="Basis">What the document compares with; null where it does not say.</param>
/// <param name="Relation">What the number is.</param>
/// <param name="Value">The number as reported, down negative where it is a change.</param>
/// <param name="Unit">In what the number is: <c>%</c>, <c>point</c>, <c>rank</c>, <c>times</c>, or the unit of the value.</param>
public sealed record ReportedChange(Basis? Basis, Relation Relation, decimal Value, Unit Unit)
{
    /// <summary>How exactly it is stated; as a plain figure where any document does so.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>Whether it fits the figures; null where it cannot be held against them.</summary>
    public bool? Agrees { get; init; }

    /// <summary>What it means by the evidence; null where it has one meaning only, or where the figures fit both or neither.</summary>
    public ChangeReading? Reading { get; init; }

    /// <summary>The ids of the documents that state it.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
}

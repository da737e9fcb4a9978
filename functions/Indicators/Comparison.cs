namespace ServerlessIct.Indicators;

/// <summary>What a report says of a value against another period or against the plan.</summary>
/// <param name="Basis">What the value is compared with; null where the text does not say.</param>
/// <param name="Relation">What the number is.</param>
/// <param name="Value">The number; where it is a change down is negative, and a better rank is positive.</param>
/// <param name="Unit">In what the number is: <c>%</c>, <c>point</c>, <c>rank</c>, <c>times</c>, or the unit of the observation.</param>
public sealed record Comparison(Basis? Basis, Relation Relation, decimal Value, Unit Unit);

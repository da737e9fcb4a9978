namespace ServerlessIct.Indicators;

/// <summary>What a report says of a value against another period or against the plan.</summary>
/// <param name="Basis">What the value is compared with; null where the text does not say.</param>
/// <param name="Relation">What <paramref name="Value"/> is.</param>
/// <param name="Value">Signed for a change: down is negative, a better rank is positive.</param>
/// <param name="Unit"><see cref="Unit.Percent"/>, <see cref="Unit.Point"/>, <see cref="Unit.Rank"/>, <see cref="Unit.Times"/> or the observation's own unit.</param>
public sealed record Comparison(Basis? Basis, Relation Relation, decimal Value, Unit Unit);

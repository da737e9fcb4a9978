namespace ServerlessIct.Indicators.Series;

/// <summary>The chosen figure of a place.</summary>
/// <param name="Place">The slug of a province, or of the country.</param>
/// <param name="Value">The figure as printed.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Qualifier">How exactly it is stated.</param>
public sealed record PlaceFigure(string Place, decimal Value, Unit Unit, Qualifier Qualifier = Qualifier.Exact);

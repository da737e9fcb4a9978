namespace ServerlessIct.Indicators.Series;

/// <summary>A correction on a figure: what it was, and why it was changed.</summary>
/// <param name="Id">The correction.</param>
/// <param name="Reason">Why, as its author says.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Date">When.</param>
/// <param name="Value">The value as the document states it.</param>
/// <param name="Unit">The unit as extraction read it.</param>
/// <param name="Indicator">The indicator as extraction read it.</param>
public sealed record AppliedCorrection(string Id, string Reason, string Author, DateOnly Date, decimal? Value, Unit? Unit, string Indicator);

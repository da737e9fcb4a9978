namespace ServerlessIct.Indicators.Series;

/// <summary>A correction on a figure: what it was, and why it was changed.</summary>
/// <param name="Id">The name of the correction, as <c>GET corrections</c> lists it.</param>
/// <param name="Reason">Why it was made, as its author says.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Date">The day on which it was made.</param>
/// <param name="Value">The value as the document states it, before the correction.</param>
/// <param name="Unit">The unit as it was read in the document.</param>
/// <param name="Indicator">The code that the figure was read as.</param>
public sealed record AppliedCorrection(string Id, string Reason, string Author, DateOnly Date, decimal? Value, Unit? Unit, string Indicator);

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What the lines above a table say of all its figures.</summary>
/// <param name="Period">The period named there, where it is no span.</param>
/// <param name="Measure">The unit named there.</param>
/// <param name="LastYear">The last year named there; 0 for none.</param>
/// <param name="IsPlan">Whether the figures are what is wanted.</param>
sealed record Caption(Period? Period, Measure? Measure, int LastYear, bool IsPlan);

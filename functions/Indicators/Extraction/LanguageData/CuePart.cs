namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>One part of a cue.</summary>
/// <param name="Terms">The terms each of which satisfies it.</param>
/// <param name="Far">Those among them that may stand in what came before the number's own words.</param>
sealed record CuePart(TermSet Terms, TermSet Far);

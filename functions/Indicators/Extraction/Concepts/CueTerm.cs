namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>One variant of a part of a cue.</summary>
/// <param name="Term">The term.</param>
/// <param name="Far">Whether it may stand in what came before the number's own words.</param>
readonly record struct CueTerm(int Term, bool Far);

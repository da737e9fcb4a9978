using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>A cue term near a number, and where it stands from there.</summary>
readonly record struct Evidence(TermHit Hit, Zone Zone);

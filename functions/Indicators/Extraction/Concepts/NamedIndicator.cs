using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The cue that named an indicator, and its head in the text.</summary>
readonly record struct NamedIndicator(Cue Cue, TermHit Head);

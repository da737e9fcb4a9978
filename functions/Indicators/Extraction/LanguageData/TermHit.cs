namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>A cue term in the text, as tokens from <paramref name="First"/> to before <paramref name="End"/>.</summary>
readonly record struct TermHit(int Term, int First, int End);

using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>How the indicator of a number was chosen among those whose cues stand around it.</summary>
/// <param name="Chosen">The code of the best; null where no cue scored above 0 and the number goes on with none before it.</param>
/// <param name="Score">Its score, a sum of weighted features; 0 where none was chosen.</param>
/// <param name="RunnerUp">The code of the best of the others; null where there is none.</param>
/// <param name="RunnerUpScore">The score of that; 0 or less where its words are ruled out.</param>
/// <param name="Evidence">The features in which the chosen one differs from the runner-up, the largest difference first.</param>
public sealed record IndicatorDecision(string? Chosen, double Score, string? RunnerUp, double RunnerUpScore, IReadOnlyList<WeighedEvidence> Evidence);

/// <summary>A feature that decided.</summary>
/// <param name="Feature">Its name, as in weights.json.</param>
/// <param name="Difference">What it adds to the score of the chosen indicator more than to that of the runner-up.</param>
public sealed record WeighedEvidence(string Feature, double Difference);

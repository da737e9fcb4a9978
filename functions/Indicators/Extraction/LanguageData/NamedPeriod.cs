namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The period that a sentence names for a figure.</summary>
/// <param name="Period">The period; null where the sentence names none.</param>
/// <param name="Chunk">The chunk that names it; -1 for none.</param>
readonly record struct NamedPeriod(Period? Period, int Chunk)
{
    public static NamedPeriod None { get; } = new(null, -1);
}

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What a <see cref="Chunk"/> of a sentence is.</summary>
enum ChunkKind : byte
{
    /// <summary>Past either end of the sentence.</summary>
    None,
    Word,
    Mark,
    Phrase,
    Period,
    Quantity,
}

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What a <see cref="Piece"/> of a sentence is.</summary>
enum PieceKind : byte
{
    /// <summary>Past either end of the sentence.</summary>
    None,
    Word,
    Mark,
    Phrase,
    Period,
    Quantity,
}

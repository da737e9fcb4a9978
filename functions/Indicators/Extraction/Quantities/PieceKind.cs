namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What a <see cref="Piece"/> of a sentence is.</summary>
enum PieceKind : byte
{
    Word,
    Mark,
    Phrase,
    Period,
    Quantity,
}

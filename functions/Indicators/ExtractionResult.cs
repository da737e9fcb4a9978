namespace ServerlessIct.Indicators;

/// <summary>What a document says: whose it is, of when, and its observations in the order of the text.</summary>
/// <param name="Text">The text in NFC, to which every span refers.</param>
/// <param name="Province">The slug of the document's place (<c>viet-nam</c> for the whole country); null where unknown.</param>
/// <param name="Period">The reporting period; null where unknown.</param>
/// <param name="Title">The title; null where none was found.</param>
/// <param name="Observations">The observations, ordered by their place in the text.</param>
public sealed record ExtractionResult(string Text, string? Province, Period? Period, string? Title, IReadOnlyList<Observation> Observations)
{
    /// <summary>What the text says that was not believed, in its order.</summary>
    public IReadOnlyList<ExtractionNote> Notes { get; init; } = [];
}

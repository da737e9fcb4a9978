namespace ServerlessIct.Indicators;

/// <summary>Something that a document says and that was not believed, for instance a year mistyped.</summary>
/// <param name="Message">What was done, and why.</param>
/// <param name="Source">Where the text says it.</param>
public sealed record ExtractionNote(string Message, SourceSpan Source);

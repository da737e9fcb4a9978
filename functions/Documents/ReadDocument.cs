namespace ServerlessIct.Documents;

/// <summary>A file that was read.</summary>
/// <param name="Text">
/// The text that every offset refers to: NFC, lines end in \n, no other control character but the tab.
/// A text file is otherwise kept as it is written; of a page this is what a reader sees, one line a block or table row.
/// </param>
/// <param name="Title">The title that the markup states; null where there is none.</param>
/// <param name="Format">What the bytes were read as.</param>
/// <param name="Encoding">The name of the character encoding, as IANA writes it: <c>utf-8</c>, <c>utf-16le</c>, <c>windows-1258</c> …</param>
/// <param name="Source">Where the markup says that the page is from.</param>
public sealed record ReadDocument(string Text, string? Title, DocumentFormat Format, string Encoding, DocumentSource Source) : ReadResult;

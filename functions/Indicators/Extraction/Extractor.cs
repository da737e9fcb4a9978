namespace ServerlessIct.Indicators.Extraction;

/// <summary>Finds the statistics that a Vietnamese text states.</summary>
public static class Extractor
{
    /// <summary>Reads a document's text.</summary>
    /// <param name="text">The text, in any normal form; spans of the result refer to its NFC form.</param>
    /// <param name="hints">What is known of the document beside its text.</param>
    /// <returns>The document's place and period and its observations; any text is accepted.</returns>
    public static Reading Read(string text, DocumentHints hints) => new(text.Normalize(), hints.Province, null, hints.Title, []);
}

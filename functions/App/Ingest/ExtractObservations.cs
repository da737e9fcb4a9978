using ServerlessIct.Indicators;

namespace ServerlessIct.App.Ingest;

/// <summary>Finds the statistics of a text; pure, and any text is accepted.</summary>
/// <param name="text">The text of a document.</param>
/// <param name="hints">What is known of the document beside its text.</param>
public delegate Reading ExtractObservations(string text, DocumentHints hints);

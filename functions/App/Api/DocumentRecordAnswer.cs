using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET documents/{id}</c>.</summary>
/// <param name="Document">The document itself.</param>
/// <param name="Observations">What it states, in the order of its text.</param>
/// <param name="Notes">What it says and was not believed, in the order of its text; the first 20.</param>
public sealed record DocumentRecordAnswer(DocumentAnswer Document, IReadOnlyList<ObservationAnswer> Observations, IReadOnlyList<DocumentNote> Notes);

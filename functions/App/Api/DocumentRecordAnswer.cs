namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET documents/{id}</c>.</summary>
/// <param name="Document">The document itself.</param>
/// <param name="Observations">What it states, in the order of its text.</param>
public sealed record DocumentRecordAnswer(DocumentAnswer Document, IReadOnlyList<ObservationAnswer> Observations);

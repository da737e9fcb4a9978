namespace ServerlessIct.App.Api;

/// <summary>A subject that documents state and no indicator names.</summary>
/// <param name="Label">How documents word it.</param>
/// <param name="Observations">How often it is stated, from 1.</param>
/// <param name="Documents">By how many documents, from 1.</param>
/// <param name="Provinces">The slugs of the provinces that it is stated of.</param>
/// <param name="Document">The id of one of the documents.</param>
/// <param name="Ordinal">The place among that document's observations, from 0.</param>
public sealed record SubjectAnswer(string Label, int Observations, int Documents, IReadOnlyList<string> Provinces, string Document, int Ordinal);

namespace ServerlessIct.App.Api;

/// <summary>A subject that documents state and no indicator names.</summary>
/// <param name="Label">How it is worded.</param>
/// <param name="Observations">How often it is stated.</param>
/// <param name="Documents">By how many documents.</param>
/// <param name="Provinces">Of which provinces.</param>
/// <param name="Document">The id of one of the documents.</param>
/// <param name="Ordinal">The place among that document's observations.</param>
public sealed record SubjectAnswer(string Label, int Observations, int Documents, IReadOnlyList<string> Provinces, string Document, int Ordinal);

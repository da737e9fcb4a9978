namespace ServerlessIct.App.Storage;

/// <summary>A subject that documents state and no indicator names.</summary>
/// <param name="Label">How it is worded, by the spelling met first.</param>
/// <param name="Observations">How often it is stated.</param>
/// <param name="Documents">By how many documents.</param>
/// <param name="Document">The id of one of them.</param>
/// <param name="Ordinal">The place among that document's observations.</param>
public sealed record Subject(string Label, int Observations, int Documents, string Document, int Ordinal);

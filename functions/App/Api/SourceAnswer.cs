namespace ServerlessIct.App.Api;

/// <summary>Where a value is written.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Name">The name of the document's blob.</param>
/// <param name="Source">The number with its unit.</param>
/// <param name="Sentence">The sentence around it.</param>
public sealed record SourceAnswer(string Document, string Name, TextAnswer Source, TextAnswer Sentence);

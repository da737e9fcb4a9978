namespace ServerlessIct.App.Api;

/// <summary>Where a value is written.</summary>
/// <param name="Document">The id of the document: 32 hexadecimal digits, the name of <c>GET documents/{id}</c>.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Source">The number with its unit, as written.</param>
/// <param name="Sentence">The sentence around it.</param>
public sealed record SourceAnswer(string Document, string Name, TextAnswer Source, TextAnswer Sentence);

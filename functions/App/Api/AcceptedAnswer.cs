namespace ServerlessIct.App.Api;

/// <summary>The answer to what is done later: an upload, or reading again.</summary>
/// <param name="Id">The id of the document: 32 hexadecimal digits.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Location">Where its state can be asked for; its <c>status</c> ends as extracted, rejected or failed.</param>
/// <param name="Sha256">The SHA-256 of what was received in 64 hexadecimal digits; null where nothing was.</param>
/// <param name="Bytes">How many bytes were received; null where none were.</param>
public sealed record AcceptedAnswer(string Id, string Name, string Location, string? Sha256, long? Bytes);

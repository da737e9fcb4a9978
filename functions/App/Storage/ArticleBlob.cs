using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>What the storage says of a document's blob, without its content.</summary>
/// <param name="Name">The name in the container of articles.</param>
/// <param name="ETag">The version.</param>
/// <param name="Bytes">The size.</param>
/// <param name="UploadedAt">When this version was written.</param>
/// <param name="Metadata">Names and values, as stored.</param>
public sealed record ArticleBlob(string Name, ETag ETag, long Bytes, DateTimeOffset UploadedAt, IReadOnlyDictionary<string, string> Metadata);

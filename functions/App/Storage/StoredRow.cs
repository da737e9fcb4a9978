using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>The version of a row and what it holds, as read before its content is reckoned anew.</summary>
/// <param name="ETag">The version.</param>
/// <param name="Hash">The hash of the content, as a number to save room: rows of one hash hold the same.</param>
public readonly record struct StoredRow(ETag ETag, Guid Hash);

using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>A blob that is being read.</summary>
/// <param name="Content">Its bytes, to be disposed after reading.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="ContentType">What its uploader called it.</param>
public sealed record OpenBlob(Stream Content, ETag ETag, long Length, string? ContentType);

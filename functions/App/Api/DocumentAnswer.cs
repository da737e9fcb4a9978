using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>A document in an answer.</summary>
public sealed record DocumentAnswer
{
    /// <summary>The id of the document: 32 hexadecimal digits, the same for the same name.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the document's file, with its folders.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come.</summary>
    public DocumentStatus Status { get; init; }

    /// <summary>Why it was rejected or failed; null where it was not.</summary>
    public string? Error { get; init; }

    /// <summary>The title, as uploaded with it or else as the text has it.</summary>
    public string? Title { get; init; }

    /// <summary>The slug of the province that it is of; null where neither text nor name says.</summary>
    public string? Province { get; init; }

    /// <summary>The period that it reports on, written as <c>2023</c> or <c>2023-H1</c>; null where neither text nor name says.</summary>
    public string? Period { get; init; }

    /// <summary>Who published it; null where nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>What it was read as: for instance <c>text</c> or <c>html</c>; null before it is read.</summary>
    public string? Format { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The SHA-256 of the file in 64 hexadecimal digits; null before it is read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>When the file was stored, in UTC.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>When its state last changed, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many observations it gave, from 0.</summary>
    public int ObservationCount { get; init; }

    /// <summary>A manifest.</summary>
    public static DocumentAnswer Of(DocumentManifest manifest) => new()
    {
        Id = manifest.Id,
        Name = manifest.Name,
        Status = manifest.Status,
        Error = manifest.Error,
        Title = manifest.Title,
        Province = manifest.Province,
        Period = manifest.Period,
        Source = manifest.Source,
        Format = manifest.Format?.ToLowerInvariant(),
        Bytes = manifest.Bytes,
        Sha256 = manifest.Sha256,
        UploadedAt = manifest.UploadedAt,
        UpdatedAt = manifest.UpdatedAt,
        ObservationCount = manifest.Observations,
    };
}

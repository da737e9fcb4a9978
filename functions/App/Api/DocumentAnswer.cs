using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>A document in an answer.</summary>
public sealed record DocumentAnswer
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the blob.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come.</summary>
    public DocumentStatus Status { get; init; }

    /// <summary>Why it was rejected or failed.</summary>
    public string? Error { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The slug of its place.</summary>
    public string? Province { get; init; }

    /// <summary>Its reporting period.</summary>
    public string? Period { get; init; }

    /// <summary>Who published it.</summary>
    public string? Source { get; init; }

    /// <summary>The format it was read as.</summary>
    public string? Format { get; init; }

    /// <summary>The size of the blob.</summary>
    public long Bytes { get; init; }

    /// <summary>The SHA-256 of the blob.</summary>
    public string? Sha256 { get; init; }

    /// <summary>When the blob was written.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many observations it gave.</summary>
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
        Format = manifest.Format,
        Bytes = manifest.Bytes,
        Sha256 = manifest.Sha256,
        UploadedAt = manifest.UploadedAt,
        UpdatedAt = manifest.UpdatedAt,
        ObservationCount = manifest.Observations,
    };
}

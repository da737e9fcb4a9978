using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>What is known of a document, and which observation rows are its own.</summary>
public sealed record DocumentManifest
{
    /// <summary>The id (see <see cref="DocumentId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The name of the blob in the container of articles.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come.</summary>
    public DocumentStatus Status { get; init; }

    /// <summary>The version of the blob that this speaks of, in quotes as in a header (a list of blobs has none); empty for one that is being removed.</summary>
    public string BlobETag { get; init; } = "";

    /// <summary>The SHA-256 of the blob in hexadecimal; null where it was not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How many bytes the blob has.</summary>
    public long Bytes { get; init; }

    /// <summary>When the blob was last written; the first day of the year 1 where that is not known.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>When this manifest was last written.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The title; null where none was found.</summary>
    public string? Title { get; init; }

    /// <summary>The slug of the document's place; null where unknown.</summary>
    public string? Province { get; init; }

    /// <summary>The reporting period; null where unknown.</summary>
    public string? Period { get; init; }

    /// <summary>Who published it, as the uploader says.</summary>
    public string? Source { get; init; }

    /// <summary>The format it was read as; null where it was not.</summary>
    public string? Format { get; init; }

    /// <summary>Why it was rejected or failed, as a sentence; else null.</summary>
    public string? Error { get; init; }

    /// <summary>How many observations it gave.</summary>
    public int Observations { get; init; }

    /// <summary>What it says and was not believed.</summary>
    public IReadOnlyList<DocumentNote> Notes { get; init; } = [];

    /// <summary>
    /// False where another writer may still have been at work on the same document, so that rows of an older version
    /// may have appeared after this was written; the sweep then reads the document once more.
    /// </summary>
    public bool Settled { get; init; } = true;

    /// <summary>The rows that may exist for this document; exactly those that do once it is extracted and settled.</summary>
    public IReadOnlySet<RowAddress> Rows { get; init; } = new HashSet<RowAddress>();

    /// <summary>
    /// Further rows that may appear: of another writer who may still be at work, and may end before he has removed them. Empty where this is settled.
    /// </summary>
    public IReadOnlySet<RowAddress> RowsInDoubt { get; init; } = new HashSet<RowAddress>();

    /// <summary>The version of this manifest in the table; default where it is not stored yet.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether its blob is gone and its rows are being removed; to all who ask, the document is no more.</summary>
    public bool IsBeingRemoved => Status == DocumentStatus.Received && BlobETag.Length == 0;

    /// <summary>Whether nothing more will happen to this version of the blob by itself.</summary>
    public bool IsFinished => Status is DocumentStatus.Extracted or DocumentStatus.Rejected;
}

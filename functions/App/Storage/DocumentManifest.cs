using System.Security.Cryptography;
using System.Text;
using Azure;
using ServerlessIct.Indicators;

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

/// <summary>How far a document has come.</summary>
public enum DocumentStatus
{
    /// <summary>It was put in, or put in anew, and waits to be read.</summary>
    Uploaded,

    /// <summary>Work on it has begun; its rows may be incomplete.</summary>
    Received,

    /// <summary>Its observations are stored.</summary>
    Extracted,

    /// <summary>It cannot be read; the error says why.</summary>
    Rejected,

    /// <summary>Storing it failed too often, or the program has a fault; the error says what is known.</summary>
    Failed,
}

/// <summary>Something that a document says and that was not believed, for instance a year mistyped.</summary>
/// <param name="Message">What was done, and why.</param>
/// <param name="Start">Where in the text it is said: the first character, in UTF-16 units from 0.</param>
/// <param name="End">The character behind the last.</param>
/// <param name="Text">The words of the text; of long ones the beginning.</param>
public sealed record DocumentNote(string Message, int Start, int End, string Text)
{
    /// <summary>So many notes are kept with a document, the first ones of its text; fewer where they do not fit its manifest.</summary>
    public const int Most = 20;

    const int LongestMessage = 500, LongestText = 200;

    /// <summary>The notes of a reading that are kept.</summary>
    public static IReadOnlyList<DocumentNote> Of(ExtractionResult reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return [.. reading.Notes.Take(Most).Select(n => new DocumentNote(
            CutText.To(LongestMessage, n.Message), n.Source.Start, n.Source.End, CutText.To(LongestText, n.Source.In(reading.Text))))];
    }
}

/// <summary>The id of a document: 128 bits of the SHA-256 of its blob's name, in lower-case hexadecimal.</summary>
public static class DocumentId
{
    const int Digits = 32, BucketDigits = 2;

    /// <summary>The id of the blob of this name in the container of articles.</summary>
    public static string Of(string blobName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))[..Digits];

    /// <summary>The partition of the table of documents.</summary>
    public static string Bucket(string id) => id[..BucketDigits];

    /// <summary>Whether this can be an id.</summary>
    public static bool IsId(string? text) => text?.Length == Digits && text.All(char.IsAsciiHexDigitLower);
}

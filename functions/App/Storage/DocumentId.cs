using System.Security.Cryptography;
using System.Text;

namespace ServerlessIct.App.Storage;

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

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// Which version of each blob a function has been given, kept in storage so that a restart does not give it again. One small blob each,
/// named by a hash, because a blob's name may be too long or too strange to be part of another name; its content says whose it is.
/// </summary>
sealed class BlobReceipts(BlobContainerClient hosts, string hostId, string functionId)
{
    const string ETagKey = "etag";

    readonly string _prefix = $"blobreceipts/{hostId}/{functionId}/";

    /// <summary>The name of a blob's receipt.</summary>
    public static string KeyOf(string container, string blobName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{blobName}")).AsSpan(0, 16));

    /// <summary>The version by key of every receipt.</summary>
    public async Task<Dictionary<string, string>> AllAsync(CancellationToken cancellation)
    {
        await hosts.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var receipt in hosts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, _prefix, cancellation))
            versions[receipt.Name[_prefix.Length..]] = receipt.Metadata.TryGetValue(ETagKey, out var etag) ? etag : "";
        return versions;
    }

    public async Task WriteAsync(string container, string blobName, string etag, CancellationToken cancellation)
    {
        var content = BinaryData.FromObjectAsJson(new { container, blob = blobName, etag });
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [ETagKey] = etag },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
        };
        await hosts.GetBlobClient(_prefix + KeyOf(container, blobName)).UploadAsync(content, options, cancellation);
    }

    public async Task DeleteAsync(string key, CancellationToken cancellation) =>
        await hosts.GetBlobClient(_prefix + key).DeleteIfExistsAsync(cancellationToken: cancellation);
}

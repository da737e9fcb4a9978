using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ServerlessIct.App.Storage;

/// <summary>The containers: documents as uploaded, the texts read from them, and copies of what could not be read.</summary>
public sealed class DocumentBlobs(StorageClients storage)
{
    readonly BlobContainerClient articles = storage.Blobs.GetBlobContainerClient(StorageNames.Articles);
    readonly BlobContainerClient texts = storage.Blobs.GetBlobContainerClient(StorageNames.Texts);
    readonly BlobContainerClient rejected = storage.Blobs.GetBlobContainerClient(StorageNames.Rejected);

    /// <summary>The blob as it is now; null where there is none.</summary>
    public async Task<ArticleBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await articles.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new ArticleBlob(name, found.ETag, found.ContentLength, found.LastModified, new Dictionary<string, string>(found.Metadata, StringComparer.OrdinalIgnoreCase));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The bytes of this very version.</summary>
    /// <exception cref="RequestFailedException">412: the blob was written again; 404: it is gone.</exception>
    public async Task<byte[]> DownloadAsync(ArticleBlob blob, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = blob.ETag } };
        BlobDownloadResult content = await articles.GetBlobClient(blob.Name).DownloadContentAsync(options, cancellationToken);
        return content.Content.ToArray();
    }

    /// <summary>The names and versions of all documents.</summary>
    public async IAsyncEnumerable<(string Name, ETag? ETag, DateTimeOffset? UploadedAt)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in articles.GetBlobsAsync(cancellationToken: cancellationToken))
            yield return (blob.Name, blob.Properties.ETag, blob.Properties.LastModified);
    }

    /// <summary>Stores a document; the blob appears only when the whole stream was read. A piece of it is held at a time.</summary>
    /// <param name="name">The name.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">What the sender calls them; null for nothing.</param>
    /// <param name="metadata">Names and values.</param>
    /// <param name="onlyNew">Whether to leave a blob alone that is there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The version of the blob.</returns>
    /// <exception cref="RequestFailedException">409 or 412: there is one.</exception>
    public async Task<ETag> UploadAsync(
        string name, Stream content, string? contentType, IDictionary<string, string> metadata, bool onlyNew, CancellationToken cancellationToken)
    {
        const int piece = 4 * 1024 * 1024;
        BlobContentInfo stored = await articles.GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions
            {
                Metadata = metadata,
                HttpHeaders = contentType is null ? null : new BlobHttpHeaders { ContentType = contentType },
                Conditions = onlyNew ? new BlobRequestConditions { IfNoneMatch = ETag.All } : null,
                TransferOptions = new StorageTransferOptions { InitialTransferSize = piece, MaximumTransferSize = piece, MaximumConcurrency = 1 },
            },
            cancellationToken);
        return stored.ETag;
    }

    /// <summary>A document as it was uploaded; null where there is none.</summary>
    public Task<OpenBlob?> OpenAsync(string name, CancellationToken cancellationToken) => OpenAsync(articles.GetBlobClient(name), cancellationToken);

    /// <summary>Removes a document, where it exists.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        articles.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    /// <summary>Stores the text that the spans of a document's observations refer to.</summary>
    public Task SaveTextAsync(string id, string text, CancellationToken cancellationToken) =>
        texts.GetBlobClient(id).UploadAsync(
            BinaryData.FromString(text),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" } },
            cancellationToken);

    /// <summary>The text of a document; null where none is stored.</summary>
    public Task<OpenBlob?> OpenTextAsync(string id, CancellationToken cancellationToken) => OpenAsync(texts.GetBlobClient(id), cancellationToken);

    static async Task<OpenBlob?> OpenAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadStreamingResult found = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            return new OpenBlob(found.Content, found.Details.ETag, found.Details.ContentLength, found.Details.ContentType);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies a document that cannot be read to <c>ID/original</c> inside the storage, with the reason as <c>ID/reason.txt</c> and in the metadata.</summary>
    public async Task SaveRejectedAsync(string id, ArticleBlob blob, string reason, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reason"] = Uri.EscapeDataString(reason),
            ["name"] = Uri.EscapeDataString(blob.Name),
        };
        var copy = await rejected.GetBlobClient($"{id}/original").StartCopyFromUriAsync(
            articles.GetBlobClient(blob.Name).Uri,
            new BlobCopyFromUriOptions { Metadata = metadata, SourceConditions = new BlobRequestConditions { IfMatch = blob.ETag } },
            cancellationToken);
        await copy.WaitForCompletionAsync(cancellationToken);
        await rejected.GetBlobClient($"{id}/reason.txt").UploadAsync(
            BinaryData.FromBytes(Encoding.UTF8.GetBytes($"{blob.Name}\n{reason}\n")), overwrite: true, cancellationToken);
    }

    /// <summary>Removes the text of a document, where there is one.</summary>
    public Task DropTextAsync(string id, CancellationToken cancellationToken) =>
        texts.GetBlobClient(id).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Removes the rejected copy of a document, where there is one.</summary>
    public async Task DropRejectedAsync(string id, CancellationToken cancellationToken)
    {
        await rejected.GetBlobClient($"{id}/original").DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await rejected.GetBlobClient($"{id}/reason.txt").DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }
}

/// <summary>What the storage says of a document's blob, without its content.</summary>
/// <param name="Name">The name in the container of articles.</param>
/// <param name="ETag">The version.</param>
/// <param name="Bytes">The size.</param>
/// <param name="UploadedAt">When this version was written.</param>
/// <param name="Metadata">Names and values, as stored.</param>
public sealed record ArticleBlob(string Name, ETag ETag, long Bytes, DateTimeOffset UploadedAt, IReadOnlyDictionary<string, string> Metadata);

/// <summary>A blob that is being read.</summary>
/// <param name="Content">Its bytes, to be disposed after reading.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="ContentType">What its uploader called it.</param>
public sealed record OpenBlob(Stream Content, ETag ETag, long Length, string? ContentType);

using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>The table <c>documents</c>: one manifest a document.</summary>
public sealed class DocumentTable(StorageClients storage)
{
    static readonly string[] Summary =
    [
        "PartitionKey", "RowKey", "Name", "Status", "BlobETag", "Sha256", "Bytes", "UploadedAt", "UpdatedAt", "Title", "Province", "Period",
        "Source", "Format", "Error", "Observations", "Settled",
    ];

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Documents);

    /// <summary>The manifest; null where there is none.</summary>
    public async Task<DocumentManifest?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DocumentId.Bucket(id), id, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Writes the manifest where nobody has written it since it was read.</summary>
    /// <returns>The manifest with its new version.</returns>
    /// <exception cref="RequestFailedException">409 or 412: somebody has.</exception>
    public async Task<DocumentManifest> SaveAsync(DocumentManifest manifest, CancellationToken cancellationToken)
    {
        var entity = Write(manifest);
        var answer = manifest.ETag == default
            ? await table.AddEntityAsync(entity, cancellationToken)
            : await table.UpdateEntityAsync(entity, manifest.ETag, TableUpdateMode.Replace, cancellationToken);
        return manifest with { ETag = answer.Headers.ETag ?? throw new InvalidOperationException("The table service gave no ETag for the manifest.") };
    }

    /// <summary>Removes the manifest where nobody has written it since it was read.</summary>
    /// <exception cref="RequestFailedException">412: somebody has.</exception>
    public Task DeleteAsync(DocumentManifest manifest, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(DocumentId.Bucket(manifest.Id), manifest.Id, manifest.ETag, cancellationToken);

    /// <summary>Every manifest, without its rows.</summary>
    public async IAsyncEnumerable<DocumentManifest> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(select: Summary, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    /// <summary>Some manifests, without their rows, from where a former page ended.</summary>
    /// <param name="status">Only those of this status; null for all.</param>
    /// <param name="province">Only those of this province; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="next">What the former page gave; null for the first.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The manifests, and where the next page begins; null at the end.</returns>
    public async Task<(IReadOnlyList<DocumentManifest> Documents, string? Next)> PageAsync(
        DocumentStatus? status, string? province, int limit, string? next, CancellationToken cancellationToken)
    {
        var conditions = new List<string>();
        if (status is { } wanted) conditions.Add(TableClient.CreateQueryFilter($"Status eq {wanted.ToString()}"));
        if (province is not null) conditions.Add(TableClient.CreateQueryFilter($"Province eq {province}"));
        if (conditions.Count == 0) conditions.Add(TableClient.CreateQueryFilter($"PartitionKey ge {""}"));
        var filter = string.Join(" and ", conditions);
        var found = new List<DocumentManifest>();
        // A page may be empty and still not be the last: a filter is applied after the service has cut its pages.
        do
        {
            var pages = table.QueryAsync<TableEntity>(filter, limit - found.Count, Summary, cancellationToken).AsPages(next, limit - found.Count);
            next = null;
            await foreach (var page in pages)
            {
                found.AddRange(page.Values.Select(Read));
                next = page.ContinuationToken;
                break;
            }
        }
        while (found.Count < limit && !string.IsNullOrEmpty(next));
        return (found, string.IsNullOrEmpty(next) ? null : next);
    }

    static TableEntity Write(DocumentManifest manifest)
    {
        var entity = TableEntities.Of(
            DocumentId.Bucket(manifest.Id),
            manifest.Id,
            ("Name", manifest.Name),
            ("Status", manifest.Status.ToString()),
            ("BlobETag", manifest.BlobETag),
            ("Sha256", manifest.Sha256),
            ("Bytes", manifest.Bytes),
            ("UploadedAt", manifest.UploadedAt),
            ("UpdatedAt", manifest.UpdatedAt),
            ("Title", manifest.Title),
            ("Province", manifest.Province),
            ("Period", manifest.Period),
            ("Source", manifest.Source),
            ("Format", manifest.Format),
            ("Error", manifest.Error),
            ("Observations", manifest.Observations),
            ("Settled", manifest.Settled));
        OwnedRows.Write(entity, manifest.Rows);
        return entity;
    }

    static DocumentManifest Read(TableEntity entity) => new()
    {
        Id = entity.RowKey,
        Name = entity.GetString("Name") ?? "",
        Status = Enum.Parse<DocumentStatus>(entity.GetString("Status") ?? nameof(DocumentStatus.Received)),
        BlobETag = entity.GetString("BlobETag") ?? "",
        Sha256 = entity.GetString("Sha256"),
        Bytes = entity.GetInt64("Bytes") ?? 0,
        UploadedAt = entity.GetDateTimeOffset("UploadedAt") ?? default,
        UpdatedAt = entity.GetDateTimeOffset("UpdatedAt") ?? default,
        Title = entity.GetString("Title"),
        Province = entity.GetString("Province"),
        Period = entity.GetString("Period"),
        Source = entity.GetString("Source"),
        Format = entity.GetString("Format"),
        Error = entity.GetString("Error"),
        Observations = entity.GetInt32("Observations") ?? 0,
        Settled = entity.GetBoolean("Settled") ?? true,
        Rows = OwnedRows.Read(entity),
        ETag = entity.ETag,
    };
}

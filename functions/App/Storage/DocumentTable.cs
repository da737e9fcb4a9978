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
    /// <exception cref="RequestFailedException">404, 409 or 412: somebody has.</exception>
    public async Task<DocumentManifest> SaveAsync(DocumentManifest manifest, CancellationToken cancellationToken)
    {
        var entity = Write(manifest);
        var answer = manifest.ETag == default
            ? await table.AddEntityAsync(entity, cancellationToken)
            : await table.UpdateEntityAsync(entity, manifest.ETag, TableUpdateMode.Replace, cancellationToken);
        return manifest with { ETag = answer.Headers.ETag ?? throw new InvalidOperationException("The table service gave no ETag for the manifest.") };
    }

    /// <summary>Removes the manifest where nobody has written it since it was read; one that is gone is no error.</summary>
    /// <exception cref="RequestFailedException">412: somebody has.</exception>
    public Task DeleteAsync(DocumentManifest manifest, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(DocumentId.Bucket(manifest.Id), manifest.Id, manifest.ETag, cancellationToken);

    /// <summary>Every manifest, without its rows.</summary>
    public async IAsyncEnumerable<DocumentManifest> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(select: Summary, cancellationToken: cancellationToken)) yield return Read(entity);
    }

    /// <summary>Some manifests in the order of their ids, without their rows.</summary>
    /// <param name="filter">Only these.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Only those with a greater id; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The manifests, and the id after which to go on; null at the end. A rare wish may give a page with few or none and more to come.</returns>
    public async Task<(IReadOnlyList<DocumentManifest> Documents, string? Next)> PageAsync(
        DocumentFilter filter, int limit, string? after, CancellationToken cancellationToken)
    {
        var found = new List<DocumentManifest>();
        var (seen, last) = (0, after);
        await foreach (var entity in table.QueryAsync<TableEntity>(Condition(filter, after), MostRows, Summary, cancellationToken))
        {
            var manifest = Read(entity);
            if (filter.Wants(manifest))
            {
                if (found.Count == limit) return (found, found[^1].Id);
                found.Add(manifest);
            }
            last = manifest.Id;
            if (++seen == MostSeen) return (found, last);
        }
        return (found, null);
    }

    /// <summary>Rows of one answer of the service, and rows looked at for one page.</summary>
    const int MostRows = 1_000, MostSeen = 5_000;

    /// <summary>The service takes 15 comparisons in a filter: a longer list of wishes is left to us.</summary>
    const int MostCompared = 6;

    /// <summary>What the service can leave out. An id begins with its partition, so the order of keys is that of ids.</summary>
    static string Condition(DocumentFilter filter, string? after)
    {
        var conditions = new List<string>
        {
            after is null
                ? TableClient.CreateQueryFilter($"PartitionKey ge {""}")
                : TableClient.CreateQueryFilter($"PartitionKey ge {DocumentId.Bucket(after)} and RowKey gt {after}"),
        };
        if (filter.Statuses.Count is > 0 and <= MostCompared)
            conditions.Add(Any(filter.Statuses.Select(s => TableClient.CreateQueryFilter($"Status eq {s.ToString()}"))));
        if (filter.Provinces.Count is > 0 and <= MostCompared)
            conditions.Add(Any(filter.Provinces.Select(p => TableClient.CreateQueryFilter($"Province eq {p}"))));
        return string.Join(" and ", conditions);
    }

    static string Any(IEnumerable<string> conditions) => $"({string.Join(" or ", conditions)})";

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
            ("Notes", manifest.Notes.Count > 0 ? StoredJson.WriteFitting(manifest.Notes) : null),
            ("Settled", manifest.Settled));
        ManifestRows.Write(entity, manifest.Rows, manifest.RowsInDoubt);
        return entity;
    }

    static DocumentManifest Read(TableEntity entity)
    {
        var (rows, inDoubt) = ManifestRows.Read(entity);
        return new DocumentManifest
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
            Notes = StoredJson.Read<List<DocumentNote>>(entity.GetString("Notes")) ?? [],
            Settled = entity.GetBoolean("Settled") ?? true,
            Rows = rows,
            RowsInDoubt = inDoubt,
            ETag = entity.ETag,
        };
    }
}

/// <summary>Which documents are wanted; an empty list means all.</summary>
/// <param name="Statuses">Of these statuses.</param>
/// <param name="Provinces">Of these provinces.</param>
/// <param name="Also">What else they must be; null for nothing.</param>
public sealed record DocumentFilter(IReadOnlyList<DocumentStatus> Statuses, IReadOnlyList<string> Provinces, Func<DocumentManifest, bool>? Also)
{
    /// <summary>Whether the document is one of them; one that is being removed is not.</summary>
    public bool Wants(DocumentManifest document) =>
        !document.IsBeingRemoved
        && (Statuses.Count == 0 || Statuses.Contains(document.Status))
        && (Provinces.Count == 0 || (document.Province is { } province && Provinces.Contains(province, StringComparer.Ordinal)))
        && Also?.Invoke(document) != false;
}

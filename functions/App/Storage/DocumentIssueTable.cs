using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>
/// The table <c>documentissues</c>: what is amiss with documents, so that nobody has to look through all manifests for it. A partition is that of
/// the manifest; a row is what is amiss with a document by itself (<c>id</c>, kept by whoever writes its manifest) or that others have
/// the same content (<c>id|copies</c>, kept by the sweep, which also puts right what a crash or a race left).
/// </summary>
public sealed class DocumentIssueTable(StorageClients storage)
{
    const string Copies = "copies";

    /// <summary>The service takes 15 comparisons in a filter: a longer list of provinces is left to us.</summary>
    const int MostCompared = 12;

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.DocumentIssues);

    /// <summary>Where an issue is stored.</summary>
    public static (string Partition, string Row) AddressOf(DocumentIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return (DocumentId.Bucket(issue.Id), issue.Problem == "same-content" ? TableKey.Join(issue.Id, Copies) : issue.Id);
    }

    /// <summary>Notes what is amiss with a document by itself; to be called before its manifest is written.</summary>
    /// <param name="before">Its manifest as it was; null where there was none.</param>
    /// <param name="document">Its manifest as it will be.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task NoteAsync(DocumentManifest? before, DocumentManifest document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (DocumentIssue.Of(document) is { } issue)
            await table.UpsertEntityAsync(Write(issue, document.Province), TableUpdateMode.Replace, cancellationToken);
        // Of one that was well before there is no row.
        else if (before is not null && (before.Status != DocumentStatus.Extracted || DocumentIssue.Of(before) is not null))
            await table.DeleteEntityAsync(DocumentId.Bucket(document.Id), document.Id, ETag.All, cancellationToken);
    }

    /// <summary>Removes what is said of a document that is taken out.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        await table.DeleteEntityAsync(DocumentId.Bucket(id), id, ETag.All, cancellationToken);
        await table.DeleteEntityAsync(DocumentId.Bucket(id), TableKey.Join(id, Copies), ETag.All, cancellationToken);
    }

    /// <summary>Some issues, in the order of the documents' ids.</summary>
    /// <param name="provinces">Of documents of these provinces; empty for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<DocumentIssue>> ListAsync(IReadOnlyList<string> provinces, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        var filter = provinces.Count is > 0 and <= MostCompared ? string.Join(" or ", provinces.Select(p => TableClient.CreateQueryFilter($"Province eq {p}"))) : null;
        var found = new List<DocumentIssue>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (provinces.Count > 0 && !(entity.GetString("Province") is { } province && provinces.Contains(province, StringComparer.Ordinal))) continue;
            found.Add(Read(entity));
            if (found.Count == most) break;
        }
        return found;
    }

    /// <summary>Every issue, with the version of its row; to be read before the manifests are that it is compared with.</summary>
    public async Task<IReadOnlyDictionary<(string Partition, string Row), (DocumentIssue Issue, string? Province, ETag ETag)>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<(string, string), (DocumentIssue, string?, ETag)>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            all[(entity.PartitionKey, entity.RowKey)] = (Read(entity), entity.GetString("Province"), entity.ETag);
        return all;
    }

    /// <summary>Writes an issue, unless somebody has written its row since.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="province">The province of the document.</param>
    /// <param name="version">The version that was read; null where there was no row.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task PutAsync(DocumentIssue issue, string? province, ETag? version, CancellationToken cancellationToken) => UnlessChangedAsync(
        version is { } known
            ? table.UpdateEntityAsync(Write(issue, province), known, TableUpdateMode.Replace, cancellationToken)
            : table.AddEntityAsync(Write(issue, province), cancellationToken));

    /// <summary>Removes an issue, unless somebody has written its row since.</summary>
    public Task DropAsync(DocumentIssue issue, ETag version, CancellationToken cancellationToken)
    {
        var (partition, row) = AddressOf(issue);
        return UnlessChangedAsync(table.DeleteEntityAsync(partition, row, version, cancellationToken));
    }

    static async Task UnlessChangedAsync(Task change)
    {
        try
        {
            await change;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // The document is being dealt with: who does so knows better.
        }
    }

    static TableEntity Write(DocumentIssue issue, string? province)
    {
        var (partition, row) = AddressOf(issue);
        return TableEntities.Of(
            partition, row, ("Document", issue.Id), ("Name", issue.Name), ("Problem", issue.Problem), ("Detail", issue.Detail), ("Province", province));
    }

    static DocumentIssue Read(TableEntity entity) => new(
        entity.GetString("Document") ?? "", entity.GetString("Name") ?? "", entity.GetString("Problem") ?? "", entity.GetString("Detail") ?? "");
}

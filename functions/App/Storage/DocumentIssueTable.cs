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

/// <summary>Something amiss with a document.</summary>
/// <param name="Id">The id of the document: 32 hexadecimal digits.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Problem">What is amiss: <c>nothing-found</c>, <c>no-province</c>, <c>no-period</c>, <c>same-content</c>, <c>rejected</c> or <c>failed</c>.</param>
/// <param name="Detail">What that means here and what to do.</param>
public sealed record DocumentIssue(string Id, string Name, string Problem, string Detail)
{
    const int MostNames = 10;

    /// <summary>What is amiss with a document by itself; null where nothing is, or where it has not been read yet.</summary>
    public static DocumentIssue? Of(DocumentManifest document) => document switch
    {
        { Status: DocumentStatus.Rejected } => new(document.Id, document.Name, "rejected", document.Error ?? "It could not be read."),
        { Status: DocumentStatus.Failed } => new(document.Id, document.Name, "failed", document.Error ?? "It could not be read."),
        not { Status: DocumentStatus.Extracted } => null,
        { Observations: 0 } => new(document.Id, document.Name, "nothing-found", "It was read, and states no statistics."),
        { Province: null } => new(document.Id, document.Name, "no-province", "Its figures are in no series: neither text nor name says whose they are. Upload it with ?province=."),
        { Period: null } => new(document.Id, document.Name, "no-period", "Neither text nor name says which period it reports on. Upload it with ?year=."),
        _ => null,
    };

    /// <summary>That others have the same content.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name of the blob.</param>
    /// <param name="others">The names of the others.</param>
    public static DocumentIssue SameContent(string id, string name, IReadOnlyList<string> others)
    {
        var names = string.Join(", ", others.Order(StringComparer.Ordinal).Take(MostNames));
        return new(id, name, "same-content", others.Count <= MostNames
            ? $"The same bytes are stored as {names}."
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The same bytes are stored as {names} and {others.Count - MostNames} more."));
    }
}

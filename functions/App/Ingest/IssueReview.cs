using Azure;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Ingest;

/// <summary>
/// Compares what is noted as amiss with documents with what their manifests say, and puts it right. What was noted is read first, and changed only in
/// that version: a document that is dealt with meanwhile is left to the next review.
/// </summary>
sealed class IssueReview
{
    readonly DocumentIssueTable table;
    readonly IReadOnlyDictionary<(string Partition, string Row), (DocumentIssue Issue, string? Province, ETag ETag)> noted;
    readonly Dictionary<(string Partition, string Row), (DocumentIssue Issue, string? Province)> found = [];
    readonly Dictionary<string, List<(string Id, string Name, string? Province)>> byContent = new(StringComparer.Ordinal);
    readonly HashSet<string> unread = new(StringComparer.Ordinal);

    IssueReview(DocumentIssueTable table, IReadOnlyDictionary<(string, string), (DocumentIssue, string?, ETag)> noted)
    {
        this.table = table;
        this.noted = noted;
    }

    /// <summary>Reads what is noted.</summary>
    public static async Task<IssueReview> BeginAsync(DocumentIssueTable table, CancellationToken cancellationToken) =>
        new(table, await table.AllAsync(cancellationToken));

    /// <summary>Looks at a manifest.</summary>
    public void Add(DocumentManifest document)
    {
        // What is said of it is of the version before, until it is read.
        if (document.Status is DocumentStatus.Uploaded or DocumentStatus.Received) unread.Add(document.Id);
        if (DocumentIssue.Of(document) is { } issue) found.Add(DocumentIssueTable.AddressOf(issue), (issue, document.Province));
        if (document.Sha256 is not { } content) return;
        if (!byContent.TryGetValue(content, out var same)) byContent.Add(content, same = []);
        same.Add((document.Id, document.Name, document.Province));
    }

    /// <summary>Puts right what differs.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var same in byContent.Values.Where(s => s.Count > 1))
            foreach (var (id, name, province) in same)
            {
                var issue = DocumentIssue.SameContent(id, name, [.. same.Where(o => o.Id != id).Select(o => o.Name)]);
                found.Add(DocumentIssueTable.AddressOf(issue), (issue, province));
            }
        foreach (var (address, (issue, province)) in found)
        {
            var isNoted = noted.TryGetValue(address, out var known);
            if (!isNoted || known.Issue != issue || known.Province != province)
                await table.PutAsync(issue, province, isNoted ? known.ETag : null, cancellationToken);
        }
        foreach (var (address, known) in noted)
            if (!found.ContainsKey(address) && !unread.Contains(known.Issue.Id)) await table.DropAsync(known.Issue, known.ETag, cancellationToken);
    }
}

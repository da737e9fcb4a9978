using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Something amiss with a document.</summary>
/// <param name="Id">The id of the document: 32 hexadecimal digits.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Problem">What is amiss: <c>nothing-found</c>, <c>no-province</c>, <c>no-period</c>, <c>same-content</c>, <c>rejected</c> or <c>failed</c>.</param>
/// <param name="Detail">What that means here and what to do.</param>
public sealed record DocumentIssue(string Id, string Name, string Problem, string Detail)
{
    /// <summary>What is amiss with a document.</summary>
    /// <param name="document">Its manifest.</param>
    /// <param name="copies">The names of others with the same content.</param>
    public static IEnumerable<DocumentIssue> Of(DocumentManifest document, IReadOnlyList<string> copies)
    {
        if (document.Status is DocumentStatus.Rejected or DocumentStatus.Failed)
            yield return new(document.Id, document.Name, document.Status == DocumentStatus.Rejected ? "rejected" : "failed", document.Error ?? "It could not be read.");
        if (document.Status == DocumentStatus.Extracted)
        {
            if (document.Observations == 0) yield return new(document.Id, document.Name, "nothing-found", "It was read, and states no statistics.");
            else if (document.Province is null) yield return new(document.Id, document.Name, "no-province", "Its figures are in no series: neither text nor name says whose they are. Upload it with ?province=.");
            else if (document.Period is null) yield return new(document.Id, document.Name, "no-period", "Neither text nor name says which period it reports on. Upload it with ?year=.");
        }
        if (copies.Count > 0) yield return new(document.Id, document.Name, "same-content", $"The same bytes are stored as {string.Join(", ", copies)}.");
    }
}

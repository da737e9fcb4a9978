namespace ServerlessIct.App.Storage;

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

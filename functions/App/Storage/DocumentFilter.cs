namespace ServerlessIct.App.Storage;

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

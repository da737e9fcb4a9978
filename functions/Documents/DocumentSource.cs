namespace ServerlessIct.Documents;

/// <summary>Where a page says that it comes from. Stated by the page, so a hint and not a fact.</summary>
/// <param name="SiteName">The site's name, from <c>og:site_name</c>; null where not stated.</param>
/// <param name="Host">The host of its address in lower case (<c>sonla.gov.vn</c>), from the canonical link, <c>og:url</c> or a browser's note on saving; null where not stated.</param>
public sealed record DocumentSource(string? SiteName, string? Host)
{
    /// <summary>A document that says nothing about its origin.</summary>
    public static DocumentSource Unknown { get; } = new(null, null);
}

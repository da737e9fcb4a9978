using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace ServerlessIct.Documents.Html;

/// <summary>Collects the title of a page and where it says it is from.</summary>
sealed class PageOrigin
{
    const string SavedFrom = "saved from url=";

    readonly StringBuilder title = new();
    bool inTitle;
    bool titleSeen;
    string? sharedTitle;
    string? siteName;
    string? canonicalHost;
    string? sharedHost;
    string? savedHost;

    /// <summary>The title: <c>og:title</c>, which names the article alone, before the title element; null where both are absent or blank.</summary>
    public string? Title => NullIfBlank(sharedTitle) ?? NullIfBlank(title.ToString());

    /// <summary>Where the page says it is from.</summary>
    public DocumentSource Source =>
        siteName is null && Host is null ? DocumentSource.Unknown : new DocumentSource(siteName, Host);

    string? Host => canonicalHost ?? sharedHost ?? savedHost;

    /// <summary>Takes what a start tag says of the page.</summary>
    public void ReadTag(HtmlTagToken tag, bool inUnread)
    {
        switch (tag.Name)
        {
            // The title of a drawing stands inside svg, which is not read.
            case "title" when !inUnread && !titleSeen:
                inTitle = titleSeen = true;
                break;
            case "link" when tag.GetAttribute("rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                canonicalHost ??= HostOf(tag.GetAttribute("href"));
                break;
            case "meta":
                ReadMeta(tag.GetAttribute("property") is { Length: > 0 } property ? property : tag.GetAttribute("name"), tag.GetAttribute("content"));
                break;
        }
    }

    /// <summary>Ends the title element.</summary>
    public void EndTitle() => inTitle = false;

    /// <summary>Takes text that belongs to the title.</summary>
    public bool TryTakeTitle(string text)
    {
        if (inTitle)
            title.Append(text);
        return inTitle;
    }

    /// <summary>Takes the note that browsers leave in a page they save: <c>saved from url=(0022)https://sonla.gov.vn/…</c>.</summary>
    public void ReadComment(string comment)
    {
        var at = comment.IndexOf(SavedFrom, StringComparison.OrdinalIgnoreCase);
        var address = at < 0 ? -1 : comment.IndexOf(")", at, StringComparison.Ordinal) + 1;
        if (address > 0)
            savedHost ??= HostOf(comment[address..].Trim());
    }

    void ReadMeta(string property, string content)
    {
        switch (property)
        {
            case "og:site_name":
                siteName ??= NullIfBlank(CleanText.OneLine(content));
                break;
            case "og:title":
                sharedTitle ??= content;
                break;
            case "og:url":
                sharedHost ??= HostOf(content);
                break;
        }
    }

    static string? HostOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.Host.ToLowerInvariant()
            : null;

    static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

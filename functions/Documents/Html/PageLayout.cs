using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace ServerlessIct.Documents.Html;

/// <summary>
/// Lays out the text of a page from its tokens. No tree is built: tree building takes time quadratic in the nesting of a
/// hostile page, and the text needs only what is open.
/// </summary>
sealed class PageLayout
{
    readonly PageLines lines = new();
    readonly PageOrigin origin = new();
    readonly OpenElements open;
    readonly int maxDepth;

    PageLayout(int maxDepth)
    {
        this.maxDepth = maxDepth;
        open = new OpenElements(lines);
    }

    /// <summary>The text, title and origin of a page; null where it nests deeper than allowed.</summary>
    /// <param name="source">The page.</param>
    /// <param name="maxDepth">How many elements may be open at once.</param>
    public static PageText? Of(string source, int maxDepth)
    {
        var layout = new PageLayout(maxDepth);
        return layout.TryReadAll(source)
            ? new PageText(layout.lines.Text(), layout.origin.Title, layout.origin.Source)
            : null;
    }

    bool TryReadAll(string source)
    {
        using var text = new TextSource(source);
        using var tokenizer = new HtmlTokenizer(text, HtmlEntityProvider.Resolver) { DisableElementPositionTracking = true };
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    Start(token.AsTag(), tokenizer);
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    Text(token.Data);
                    break;
                case HtmlTokenType.Comment:
                    origin.ReadComment(token.Data);
                    break;
            }

            if (open.Depth > maxDepth)
                return false;
        }

        return true;
    }

    void Start(HtmlTagToken tag, HtmlTokenizer tokenizer)
    {
        var name = tag.Name;
        if (Elements.TextMode(name) is { } mode)
            tokenizer.State = mode;
        origin.ReadTag(tag, open.InUnread);
        if (name == "br" || Elements.IsBlock(name))
            lines.EndLine();
        if (Elements.IsVoid(name) || (tag.IsSelfClosing && name is "svg" or "math"))
            return;
        var unread = name is not ("html" or "body") && (Elements.IsUnread(name) || IsHidden(tag));
        if (unread || Elements.IsBlock(name))
            open.Open(name, unread, Elements.IsCell(name) ? CellSpan.Of(tag) : CellSpan.One);
    }

    void End(string name)
    {
        if (name == "title")
            origin.EndTitle();
        open.Close(name);
        if (name == "br" || Elements.IsBlock(name))
            lines.EndLine();
    }

    void Text(string data)
    {
        if (!origin.TryTakeTitle(data) && !open.InUnread)
            lines.Add(data, open.InPreformatted);
    }

    static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            var value = attribute.Value;
            var hides = attribute.Name switch
            {
                "hidden" => true,
                "aria-hidden" => value.Equals("true", StringComparison.OrdinalIgnoreCase),
                "role" => value.Equals("navigation", StringComparison.OrdinalIgnoreCase)
                    || value.Equals("contentinfo", StringComparison.OrdinalIgnoreCase),
                "style" => HidesByStyle(value),
                _ => false,
            };
            if (hides)
                return true;
        }

        return false;
    }

    static bool HidesByStyle(string style)
    {
        var tight = style.Replace(" ", "", StringComparison.Ordinal);
        return tight.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || tight.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}

using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace ServerlessIct.Documents.Html;

/// <summary>What the layout needs to know of each element by its name.</summary>
static class Elements
{
    static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
        + "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section select "
        + "summary table tbody td tfoot th thead tr ul");

    // Not read: no prose of the page's own, or text that a reader does not see.
    static readonly FrozenSet<string> Unread = Set(
        "aside audio button canvas datalist dialog embed footer iframe math nav noembed noframes noscript object script select "
        + "style svg template textarea title video");

    static readonly FrozenSet<string> Void = Set(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    static readonly FrozenSet<string> Cells = Set("td th");

    static readonly FrozenSet<string> TableParts = Set("caption table tbody td tfoot th thead tr");

    /// <summary>Starts and ends a line.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Left out with all that is in it.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    /// <summary>Has no end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>A cell of a table row.</summary>
    public static bool IsCell(string name) => Cells.Contains(name);

    /// <summary>Belongs to the frame of a table; other end tags do not reach out of a cell.</summary>
    public static bool IsTablePart(string name) => TableParts.Contains(name);

    /// <summary>How the text after this start tag is to be tokenised; null for markup.</summary>
    public static HtmlParseMode? TextMode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => null,
    };

    static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

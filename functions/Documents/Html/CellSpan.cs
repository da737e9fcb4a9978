using AngleSharp.Html.Parser.Tokens;

namespace ServerlessIct.Documents.Html;

/// <summary>How many columns and rows of its table a cell takes up.</summary>
/// <param name="Columns">At least 1.</param>
/// <param name="Rows">At least 1.</param>
readonly record struct CellSpan(int Columns, int Rows)
{
    // No heading of a report spans more; a hostile page must not grow by what it only claims.
    const int Most = 32;

    /// <summary>A cell like any other.</summary>
    public static CellSpan One { get; } = new(1, 1);

    /// <summary>What a start tag says.</summary>
    public static CellSpan Of(HtmlTagToken tag) => new(Number(tag.GetAttribute("colspan")), Number(tag.GetAttribute("rowspan")));

    static int Number(string? written) =>
        int.TryParse(written, System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, Most)
            : 1;
}

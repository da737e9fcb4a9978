namespace ServerlessIct.Documents.Html;

/// <summary>Tells the source of a page from prose.</summary>
static class PageSource
{
    const int Reach = 4_096;

    /// <summary>True where the text opens with a doctype or the html element, after white space, comments and an XML declaration.</summary>
    public static bool StartsIn(string text)
    {
        var rest = text.AsSpan(0, Math.Min(text.Length, Reach)).TrimStart().TrimStart('\uFEFF').TrimStart();
        while (SkipOne(rest, "<?", "?>", out var after) || SkipOne(rest, "<!--", "-->", out after))
            rest = after.TrimStart();
        return rest.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    static bool SkipOne(ReadOnlySpan<char> rest, string open, string close, out ReadOnlySpan<char> after)
    {
        var end = rest.StartsWith(open, StringComparison.Ordinal) ? rest.IndexOf(close, StringComparison.Ordinal) : -1;
        after = end < 0 ? rest : rest[(end + close.Length)..];
        return end >= 0;
    }
}

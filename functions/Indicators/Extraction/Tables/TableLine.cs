namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A line that may be a row of a table.</summary>
/// <param name="Start">Its first UTF-16 unit that is no space.</param>
/// <param name="End">One past its last unit that is no space.</param>
/// <param name="Next">Where the next line begins.</param>
/// <param name="Separator">What parts its cells.</param>
readonly record struct TableLine(int Start, int End, int Next, CellSeparator Separator)
{
    /// <summary>A row of more units is prose.</summary>
    const int Longest = 2_000;

    public bool IsBlank => End <= Start;

    public int Length => End - Start;

    /// <summary>The line that begins at <paramref name="start"/>.</summary>
    public static TableLine At(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOf('\n');
        var next = length < 0 ? text.Length : start + length + 1;
        var (first, end) = (start, length < 0 ? text.Length : start + length);
        while (first < end && IsSpace(text[first])) first++;
        while (end > first && IsSpace(text[end - 1])) end--;
        var line = text[first..end];
        if (line.Length > Longest) return new TableLine(first, end, next, CellSeparator.None);
        // A tab before the first word or behind the last parts an empty cell.
        var tabbed = text[start..first].Contains('\t') || line.Contains('\t');
        if (!tabbed && line.Contains('|')) return new TableLine(first, end, next, CellSeparator.Bar);
        if (tabbed) return new TableLine(text[start..first].IndexOf('\t') is >= 0 and var lead ? start + lead : first, end, next, line.Length > 0 ? CellSeparator.Tab : CellSeparator.None);
        return new TableLine(first, end, next, line.Contains("   ", StringComparison.Ordinal) ? CellSeparator.Spaces : CellSeparator.None);
    }

    /// <summary><c>|---|:--:|</c>, drawn under the headings.</summary>
    public bool IsRule(ReadOnlySpan<char> text) => Separator == CellSeparator.Bar && text[Start..End].IndexOfAnyExcept("|-:+= \t") < 0 && text[Start..End].Contains('-');

    static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';
}

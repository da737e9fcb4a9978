namespace ServerlessIct.Documents.Html;

/// <summary>
/// The elements that are open, of those that matter to the layout. End tags that were forgotten are supplied as browsers
/// do; each start and end tag costs at most a walk over what is open, and nothing recurses.
/// </summary>
sealed class OpenElements(PageLines lines)
{
    readonly List<(string Name, bool Unread)> open = [];
    int unread;

    /// <summary>How many are open.</summary>
    public int Depth => open.Count;

    /// <summary>True inside an element that is left out.</summary>
    public bool InUnread => unread > 0;

    /// <summary>True inside a pre element.</summary>
    public bool InPreformatted { get; private set; }

    /// <summary>Opens an element, after closing those that it ends by its own start.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isUnread">Whether it is left out with all that is in it.</param>
    /// <param name="span">What it takes up, for a cell.</param>
    public void Open(string name, bool isUnread, CellSpan span)
    {
        CloseImplied(name);
        if (name == "tr" && InTable())
            lines.BeginRow();
        else if (Elements.IsCell(name) && InTable())
        {
            if (!RowIsOpen())
                Open("tr", isUnread: false, CellSpan.One);
            lines.BeginCell(span);
        }
        else if (name == "table")
            lines.BeginTable();
        else if (Elements.IsTablePart(name) && !InTable())
            return;
        Push(name, isUnread);
    }

    /// <summary>Closes the nearest open element of this name and all within it; nothing where there is none.</summary>
    public void Close(string name)
    {
        var crossesCells = Elements.IsTablePart(name);
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
            {
                PopTo(i);
                return;
            }

            if (open[i].Name == "table" || (!crossesCells && Elements.IsCell(open[i].Name)))
                return;
        }
    }

    void CloseImplied(string name)
    {
        switch (name)
        {
            case "li":
                CloseUpTo(["li"], ["ul", "ol", "menu", "dir", "table", "td", "th"]);
                break;
            case "dt" or "dd":
                CloseUpTo(["dt", "dd"], ["dl", "table", "td", "th"]);
                break;
            case "td" or "th":
                CloseUpTo(["td", "th", "caption"], ["tr", "table"]);
                break;
            case "tr":
                CloseUpTo(["tr", "caption"], ["table"]);
                break;
            case "thead" or "tbody" or "tfoot":
                CloseUpTo(["thead", "tbody", "tfoot", "tr", "caption"], ["table"]);
                break;
            case "option" or "optgroup":
                CloseUpTo(["option"], ["select", "datalist"]);
                break;
        }

        if (Elements.IsBlock(name) && open.Count > 0 && open[^1].Name == "p")
            PopTo(open.Count - 1);
    }

    // Closes the outermost of these names that is open inside the nearest of the barriers.
    void CloseUpTo(ReadOnlySpan<string> names, ReadOnlySpan<string> barriers)
    {
        var found = -1;
        for (var i = open.Count - 1; i >= 0 && !barriers.Contains(open[i].Name); i--)
        {
            if (names.Contains(open[i].Name))
                found = i;
        }

        if (found >= 0)
            PopTo(found);
    }

    bool InTable() => open.Exists(element => element.Name == "table");

    bool RowIsOpen()
    {
        var nearest = open.FindLastIndex(element => element.Name is "tr" or "table");
        return nearest >= 0 && open[nearest].Name == "tr";
    }

    void Push(string name, bool isUnread)
    {
        open.Add((name, isUnread));
        unread += isUnread ? 1 : 0;
        InPreformatted |= name == "pre";
    }

    void PopTo(int depth)
    {
        while (open.Count > depth)
        {
            var (name, wasUnread) = open[^1];
            open.RemoveAt(open.Count - 1);
            unread -= wasUnread ? 1 : 0;
            if (name == "tr")
            {
                lines.EndRow();
            }
            else if (name == "table")
            {
                lines.EndLine();
                lines.EndTable();
            }
            else if (Elements.IsBlock(name))
                lines.EndLine();
        }

        InPreformatted = InPreformatted && open.Exists(element => element.Name == "pre");
    }
}

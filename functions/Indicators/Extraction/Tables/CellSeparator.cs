namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What parts the cells of a line.</summary>
enum CellSeparator
{
    /// <summary>Nothing: no row of a table, or a heading across one.</summary>
    None,

    /// <summary>A bar, as in Markdown and as pages are laid out.</summary>
    Bar,

    /// <summary>A tab, as word processors and sheets are laid out.</summary>
    Tab,

    /// <summary>Three spaces or more, as in typed text.</summary>
    Spaces,
}

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// Why a source was taken before the next best one with another figure: the first of these, in this order, that tells the two apart.
/// </summary>
public enum ChoiceReason
{
    /// <summary>No other source states another figure.</summary>
    Unopposed,

    /// <summary>Its unit is that of the indicator.</summary>
    Unit,

    /// <summary>The other figure is outside what is plausible.</summary>
    Plausible,

    /// <summary>The other is far off, and this one is nearer to the figures of the years beside it, or stated by more documents where there are none.</summary>
    InLine,

    /// <summary>The other is an estimate (<c>ước đạt</c>), which is written to be replaced.</summary>
    Final,

    /// <summary>A change that the newest document reports is right for this figure and wrong for the other.</summary>
    Arithmetic,

    /// <summary>The other is a round figure (<c>hơn 1.300</c>).</summary>
    Exact,

    /// <summary>Its document reports on a later period: later reports restate what was provisional.</summary>
    LaterReport,

    /// <summary>Its document arrived later: a second version replaces the first.</summary>
    LaterArrival,

    /// <summary>It comes first in its document, or its document's id first among equals: only so that the choice is always the same.</summary>
    Place,
}

namespace ServerlessIct.Indicators.Series;

/// <summary>What can be wrong with a series.</summary>
public enum IssueKind
{
    /// <summary>A reported change and the figures of both sides disagree.</summary>
    Contradicted,

    /// <summary>A figure is outside the plausible range of its indicator.</summary>
    Implausible,

    /// <summary>A figure is three times that of the year before, or a third of it.</summary>
    Jump,

    /// <summary>Documents state different figures of one point.</summary>
    Disagreement,

    /// <summary>One document states different figures of one point.</summary>
    Duplicate,

    /// <summary>A year without a figure stands between two years with one.</summary>
    Gap,

    /// <summary>A figure is not in the unit of its indicator.</summary>
    OtherUnit,

    /// <summary>A figure of a province in a period in which it was no longer there.</summary>
    AfterMerger,

    /// <summary>A correction no longer meets what it expects.</summary>
    CorrectionFailed,
}

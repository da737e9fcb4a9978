namespace ServerlessIct.Indicators.Series;

/// <summary>How a comparison deals with a province that is not the same territory in both periods.</summary>
public enum BreakKind
{
    /// <summary>The figures of all parts are known, and their sum stands for the basis.</summary>
    SumOfParts,

    /// <summary>The parts are not all known, or the indicator cannot be added up: there is nothing to compare with.</summary>
    NotComparable,
}

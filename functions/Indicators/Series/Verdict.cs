namespace ServerlessIct.Indicators.Series;

/// <summary>Whether a reported change and the figures of both sides agree.</summary>
public enum Verdict
{
    /// <summary>The figures give the change; no report that can be checked against them states it.</summary>
    Computed,

    /// <summary>Reports state the change; a figure that it could be checked against is missing.</summary>
    Reported,

    /// <summary>Every report of the change agrees with the figures, within the rounding of the printed digits.</summary>
    Confirmed,

    /// <summary>A report of the change disagrees with the figures.</summary>
    Contradicted,
}

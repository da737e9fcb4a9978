namespace ServerlessIct.Indicators.Extraction;

/// <summary>What a number of a text was taken for.</summary>
public enum NumberInterpretation
{
    /// <summary>Nothing: <see cref="Explanation.Rule"/> says why it was left.</summary>
    Nothing,

    /// <summary>The value of <see cref="Explanation.Observation"/>.</summary>
    Value,

    /// <summary>One of the comparisons of <see cref="Explanation.Observation"/>.</summary>
    Comparison,

    /// <summary>Part of a period or date.</summary>
    Period,
}

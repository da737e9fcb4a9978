namespace ServerlessIct.Indicators.Extraction;

/// <summary>What one number of a text was taken for, and by which rule; or why it was left.</summary>
public sealed record Explanation
{
    /// <summary>The number with its unit, in the NFC form of the text.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>What it was taken for.</summary>
    public required NumberInterpretation Interpretation { get; init; }

    /// <summary>The rule that decided, as a clause in English.</summary>
    public required string Rule { get; init; }

    /// <summary>The statistic that it belongs to; null where it was left or names a period.</summary>
    public Observation? Observation { get; init; }

    /// <summary>How the indicator was chosen; null for a number of a table, and for one that states no statistic by itself.</summary>
    public IndicatorDecision? Decision { get; init; }

    /// <summary>The comparison that it states; null where it states none.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The period that it names, as the text gives it; null where it names none or one that depends on another.</summary>
    public Period? Period { get; init; }
}

namespace ServerlessIct.Indicators.Catalogue;

/// <summary>A text and what it states; read as a report of a province on 2023.</summary>
public sealed record IndicatorExample
{
    /// <summary>A sentence or two as an office writes them.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Every figure of the text in order, written <c>code value/total unit period target? [basis relation value unit]…</c>;
    /// <c>?</c> for a statistic without a code, <c>-</c> for the value where only a comparison is stated.
    /// </summary>
    public required IReadOnlyList<string> Expected { get; init; }
}

namespace ServerlessIct.Indicators.Series;

/// <summary>What one document states of one province, indicator, period and kind: a claim to be the value of that point.</summary>
public sealed record Candidate
{
    /// <summary>The slug of the province.</summary>
    public required string Province { get; init; }

    /// <summary>The code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period that the figure is of.</summary>
    public required Period Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>The figure in base units, with the scale it was printed with; null where only comparisons are stated.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of <see cref="Value"/>; null exactly where the value is.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The whole in <c>212/216</c>, or the number ranked in <c>36/63</c>.</summary>
    public decimal? Total { get; init; }

    /// <summary>How exactly the text states the value.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>What the text compares the value with, in its order.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The place of the observation in its document's order.</summary>
    public int Ordinal { get; init; }

    /// <summary>When the document arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The period that the document reports on; null where unknown.</summary>
    public Period? DocumentPeriod { get; init; }

    /// <summary>The subject as the text words it.</summary>
    public string Label { get; init; } = "";

    /// <summary>What was corrected; null for a figure as the document states it.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>Whether a correction takes the figure out: it stays visible and is never chosen.</summary>
    public bool IsDropped { get; init; }
}

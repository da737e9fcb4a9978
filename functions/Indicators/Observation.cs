namespace ServerlessIct.Indicators;

/// <summary>One statistic that a document states, and where it states it.</summary>
public sealed record Observation
{
    /// <summary>The catalogue's code; null for a statistic that the catalogue does not name.</summary>
    public string? Indicator { get; init; }

    /// <summary>The subject as the text words it.</summary>
    public required string Label { get; init; }

    /// <summary>The value in base units of <see cref="Unit"/>; null where only a comparison is stated.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of <see cref="Value"/>; null exactly where the value is.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The whole in <c>212/216</c>, or the number ranked in <c>36/63</c>.</summary>
    public decimal? Total { get; init; }

    /// <summary>The period that the value is of; null where neither sentence nor document says.</summary>
    public Period? Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>How exactly the text states the value.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>The slug of the place where it is not the document's own; null where it is.</summary>
    public string? Province { get; init; }

    /// <summary>What the value is compared with, in the order of the text.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The number with its unit, in the document's text.</summary>
    public required SourceSpan Source { get; init; }

    /// <summary>The sentence, list item or table row around the number.</summary>
    public required SourceSpan Sentence { get; init; }
}

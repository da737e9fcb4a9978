using System.Text.Json;
using ServerlessIct.Indicators;

namespace ServerlessIct.Scoring;

/// <summary>A statistic, as a label gives it or as an observation of the extractor is brought into the same form.</summary>
public sealed record Fact
{
    public string? Indicator { get; init; }

    /// <summary>The subject in the text's words, where the catalogue does not name it.</summary>
    public string? Label { get; init; }

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public decimal? Total { get; init; }

    public string? Period { get; init; }

    public string Kind { get; init; } = "actual";

    public string? Qualifier { get; init; }

    /// <summary>The place where it is not the document's own.</summary>
    public string? Province { get; init; }

    public IReadOnlyList<FactComparison> Comparisons { get; init; } = [];

    /// <summary>Neither finding nor missing it counts.</summary>
    public bool Optional { get; init; }

    /// <summary>The number with its unit, copied from the text.</summary>
    public string? Quote { get; init; }

    public static Fact Of(Observation observation) => new()
    {
        Indicator = observation.Indicator,
        Label = observation.Label,
        Value = observation.Value,
        Unit = observation.Unit?.Code,
        Total = observation.Total,
        Period = observation.Period?.ToString(),
        Kind = JsonNamingPolicy.CamelCase.ConvertName(observation.Kind.ToString()),
        Province = observation.Province,
        Comparisons = [.. observation.Comparisons.Select(c => new FactComparison(c.Basis?.ToString(), JsonNamingPolicy.CamelCase.ConvertName(c.Relation.ToString()), c.Value, c.Unit.Code))],
    };
}

/// <param name="Basis">A period, <c>plan</c>, or null where the text does not say.</param>
/// <param name="Relation"><c>change</c>, <c>ratio</c> or <c>level</c>.</param>
public sealed record FactComparison(string? Basis, string Relation, decimal? Value, string? Unit);

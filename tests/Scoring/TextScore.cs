namespace ServerlessIct.Scoring;

/// <summary>How well a text was read.</summary>
/// <param name="Facts">The statistics: indicator, value, unit, total, period, kind and place.</param>
/// <param name="Comparisons">What they are compared with.</param>
/// <param name="Quantities">Values and units alone: which numbers are taken for statistics.</param>
/// <param name="PlaceIsRight">Whether the text is taken for the place that it is of.</param>
public sealed record TextScore(Matching<FactKey> Facts, Matching<ComparisonKey> Comparisons, Matching<QuantityKey> Quantities, bool PlaceIsRight);

/// <summary>What of the labels was found.</summary>
public sealed record Matching<T>(int Right, IReadOnlyList<T> Missed, IReadOnlyList<T> False)
{
    public Counts Counts => new(Right, Missed.Count, False.Count);
}

/// <summary>What must agree for a statistic to be right.</summary>
public sealed record FactKey(string? Indicator, double? Value, string? Unit, double? Total, string? Period, string Kind, string? Province)
{
    public override string ToString() => FormattableString.Invariant($"{Indicator ?? "-"} {Value} {Unit}{(Total is { } t ? FormattableString.Invariant($" of {t}") : "")} {Period ?? "-"} {Kind} {Province ?? "-"}");
}

/// <summary>What must agree for a comparison to be right; the value of its statistic need not.</summary>
public sealed record ComparisonKey(string? Indicator, string? Period, string Kind, string? Province, string? Basis, string Relation, double? Value, string? Unit)
{
    public override string ToString() => FormattableString.Invariant($"{Indicator ?? "-"} {Period ?? "-"} {Kind} {Province ?? "-"} against {Basis ?? "-"}: {Relation} {Value} {Unit}");
}

public sealed record QuantityKey(double? Value, string? Unit);

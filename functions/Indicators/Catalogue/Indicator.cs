namespace ServerlessIct.Indicators.Catalogue;

/// <summary>An indicator that the catalogue names.</summary>
public sealed record Indicator
{
    /// <summary>The code, for instance <c>telecom.base_stations</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit of its values.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What is measured: amount, count, share, ratio, density, distance, rank or score.</summary>
    public required string Measure { get; init; }

    /// <summary>Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</summary>
    public required string Better { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>What the definition leaves open, or empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>How texts name it: <c>head + part|variant + ~far</c>; every part must stand near the number, one marked <c>~</c> may come before, and <c>^</c> wants the head counted.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>Phrases near the number that rule the indicator out.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];
}

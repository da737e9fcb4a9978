using ServerlessIct.Indicators.Places;

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

    /// <summary>Whether it counts what happened in the period; else what there is at its end, of which <c>120 trạm mới</c> is only a part.</summary>
    public bool Flow { get; init; }

    /// <summary>The code of the share that such a count makes of all; null where the catalogue has none.</summary>
    public string? Share { get; init; }

    /// <summary>Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</summary>
    public required string Better { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>What the definition leaves open, or empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The values a province can plausibly have, in any period: a month as well as a year. Amounts in another currency are not held against it.</summary>
    public required PlausibleRange Range { get; init; }

    /// <summary>The values of the whole country; null where they are those of a province, as with shares.</summary>
    public PlausibleRange? CountryRange { get; init; }

    /// <summary>What it is called in published standards; empty where none has it.</summary>
    public IReadOnlyList<StandardReference> Standards { get; init; } = [];

    /// <summary>How texts name it: <c>head + part|variant + ~far</c>; every part must stand near the number, one marked <c>~</c> may come before, and <c>^</c> wants the head counted.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>Phrases near the number that rule the indicator out.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>Texts that state it.</summary>
    public required IReadOnlyList<IndicatorExample> Examples { get; init; }

    /// <summary>Texts that state something easily taken for it.</summary>
    public IReadOnlyList<IndicatorExample> Counterexamples { get; init; } = [];

    /// <summary>The plausible values of a place.</summary>
    /// <param name="place">A province's slug, or that of the whole country.</param>
    public PlausibleRange RangeOf(string place) => place == Gazetteer.Country ? CountryRange ?? Range : Range;
}

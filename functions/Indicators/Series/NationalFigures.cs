using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Series;

/// <summary>What the provinces of one period make together.</summary>
public sealed record NationalFigures
{
    const int Decimals = 6;

    /// <summary>What the figures are of.</summary>
    public required Period Period { get; init; }

    /// <summary>The unit of the figures; null where no province has one.</summary>
    public Unit? Unit { get; init; }

    /// <summary>How many provinces have a figure, from 0.</summary>
    public int Known { get; init; }

    /// <summary>How many provinces there are in the period: 63 before July 2025, 34 since.</summary>
    public int Provinces { get; init; }

    /// <summary>The sum; null where figures do not add up (shares, ranks) or none is known. Without the missing provinces: see <see cref="Known"/>.</summary>
    public decimal? Sum { get; init; }

    /// <summary>The mean, each province counted once, to six decimals.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The middle figure, or the mean of the two in the middle.</summary>
    public decimal? Median { get; init; }

    /// <summary>The least figure of a province.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest figure of a province.</summary>
    public decimal? Most { get; init; }

    /// <summary>What documents state of the whole country, beside the computed sum; null where none does.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The growth in per cent of the provinces known in both periods together; null where figures do not add up or none is known in both.</summary>
    public decimal? Growth { get; init; }

    /// <summary>How many provinces <see cref="Growth"/> is of.</summary>
    public int KnownInBoth { get; init; }

    /// <summary>Percentage points that each province adds to <see cref="Growth"/>, by slug; they add up to it but for rounding.</summary>
    public IReadOnlyDictionary<string, decimal> Contributions { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Reckons the figures of a cross-section.</summary>
    /// <param name="section">The provinces in the period.</param>
    /// <param name="before">The same one year before; null where nothing is known of it.</param>
    /// <param name="adds">Whether the values of provinces add up.</param>
    public static NationalFigures Of(CrossSection section, CrossSection? before, bool adds)
    {
        ArgumentNullException.ThrowIfNull(section);
        var values = section.Ranked.Select(f => f.Value).Where(IsReckoned).Order().ToList();
        var figures = new NationalFigures
        {
            Period = section.Period,
            Unit = section.Unit,
            Known = values.Count,
            Provinces = Territory.IsSinceMerger(section.Period) ? Gazetteer.Default.Since2025.Count : Gazetteer.Default.Before2025.Count,
            Stated = section.Country is { } country && (section.Unit is null || country.Unit == section.Unit) ? country.Value : null,
        };
        if (values.Count == 0) return figures;
        figures = figures with
        {
            Sum = adds ? values.Sum() : null,
            Mean = Rounded(values.Sum() / values.Count),
            Median = values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2,
            Least = values[0],
            Most = values[^1],
        };
        return adds && before is not null ? WithGrowth(figures, section, before) : figures;
    }

    static NationalFigures WithGrowth(NationalFigures figures, CrossSection section, CrossSection before)
    {
        var pairs = section.Ranked
            .Select(now => (now.Place, Now: now.Value, Before: before.Unit == section.Unit ? ValueBefore(now.Place, section.Period, before) : null))
            .Where(p => p.Before is not null && IsReckoned(p.Now) && IsReckoned(p.Before.Value))
            .ToList();
        var basis = pairs.Sum(p => p.Before!.Value);
        if (basis <= 0) return figures with { KnownInBoth = pairs.Count };
        return figures with
        {
            KnownInBoth = pairs.Count,
            Growth = Rounded(100 * (pairs.Sum(p => p.Now) - basis) / basis),
            Contributions = pairs.ToDictionary(p => p.Place, p => Rounded(100 * (p.Now - p.Before!.Value) / basis), StringComparer.Ordinal),
        };
    }

    // A province formed in July 2025 grows from the sum of its parts, where all of them are known.
    static decimal? ValueBefore(string province, Period period, CrossSection before)
    {
        var parts = Territory.Differs(province, period, before.Period) ? Territory.PartsOf(province) : [province];
        var values = parts.Select(p => before.Of(p)).ToList();
        return values.TrueForAll(v => v is not null && v.Unit == before.Unit) ? values.Sum(v => v!.Value) : null;
    }

    static bool IsReckoned(decimal value) => Math.Abs(value) <= PrintedFigure.Largest;

    static decimal Rounded(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}

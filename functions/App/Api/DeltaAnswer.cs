using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>A change in an answer.</summary>
public sealed record DeltaAnswer
{
    /// <summary>The slug of the province, for instance <c>soc-trang</c>; <c>viet-nam</c> is the whole country.</summary>
    public required string Province { get; init; }

    /// <summary>The code of the indicator, for instance <c>telecom.base_stations</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>What changed: the period whose value is compared.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether the value was reached or is wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>The value in the period; null where only the change is known.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of the value and of the absolute change.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What it is compared with; null where no text says.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The computed change in the unit of the value, the value less that of the basis.</summary>
    public decimal? Absolute { get; init; }

    /// <summary>The computed change in per cent of the basis, to six decimals: 100 has doubled.</summary>
    public decimal? Relative { get; init; }

    /// <summary>The computed change in percentage points, for shares only.</summary>
    public decimal? Points { get; init; }

    /// <summary>The value of the basis in the unit of the value; null where it is not known.</summary>
    public decimal? BasisValue { get; init; }

    /// <summary>The value in per cent of the plan; only against the plan.</summary>
    public decimal? Attainment { get; init; }

    /// <summary>Where the province was another territory at the basis: whether the sum of its parts stands for it.</summary>
    public BreakKind? Break { get; init; }

    /// <summary>The changes as documents state them, each different one once.</summary>
    public IReadOnlyList<ReportedChange> Reported { get; init; } = [];

    /// <summary>Whether reported and computed changes agree.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The value of the basis that a reported change implies, where it is not known itself: an inference, never a fact.</summary>
    public decimal? ImpliedPrevious { get; init; }

    /// <summary>What reports imply for the basis, with the interval that their rounding leaves; two where a report can be read in two ways.</summary>
    public IReadOnlyList<ImpliedLevel> Implied { get; init; } = [];

    /// <summary>What was corrected in the value; null where nothing was.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>The id of the document that the value is from: 32 hexadecimal digits.</summary>
    public string? Document { get; init; }

    /// <summary>The changes of a point: against the previous year, or all.</summary>
    public static IEnumerable<DeltaAnswer> Of(SeriesPoint point, bool all)
    {
        var previous = point.AgainstYearBefore();
        return point.Deltas.Where(d => all || ReferenceEquals(d, previous)).Select(d => new DeltaAnswer
        {
            Province = point.Province,
            Indicator = point.Indicator,
            Period = point.Period,
            Kind = point.Kind,
            Value = point.Chosen?.Value,
            Unit = point.Chosen?.Unit,
            Basis = d.Basis ?? (d.BasisPeriod is { } period ? Indicators.Basis.Of(period) : null),
            Absolute = d.Absolute,
            Relative = d.Relative,
            Points = d.Points,
            Reported = d.Reported,
            Verdict = d.Verdict,
            ImpliedPrevious = d.ImpliedPrevious,
            Implied = d.Implied,
            BasisValue = d.BasisValue,
            Attainment = d.Attainment,
            Break = d.Break,
            Correction = point.Chosen?.Correction,
            Document = point.Chosen?.Document,
        });
    }
}

using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>A change in an answer.</summary>
public sealed record DeltaAnswer
{
    /// <summary>The slug.</summary>
    public required string Province { get; init; }

    /// <summary>The code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period that changed.</summary>
    public required Period Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>The value in the period.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of the value and of the absolute change.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What it is compared with: a period, <c>plan</c>, or null where the text does not say.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The computed change in the unit of the value.</summary>
    public decimal? Absolute { get; init; }

    /// <summary>The computed change in per cent.</summary>
    public decimal? Relative { get; init; }

    /// <summary>The computed change in percentage points, for shares.</summary>
    public decimal? Points { get; init; }

    /// <summary>The value of the basis.</summary>
    public decimal? BasisValue { get; init; }

    /// <summary>The value in per cent of the plan, against the plan.</summary>
    public decimal? Attainment { get; init; }

    /// <summary>Where the province was another territory at the basis: whether the sum of its parts stands for it.</summary>
    public BreakKind? Break { get; init; }

    /// <summary>The changes as reported.</summary>
    public IReadOnlyList<ReportedChange> Reported { get; init; } = [];

    /// <summary>Whether reported and computed agree.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The value of the basis that a reported change implies where it is not known itself; no fact.</summary>
    public decimal? ImpliedPrevious { get; init; }

    /// <summary>What reports imply for the basis, with the interval that their rounding leaves; two where a report can be read in two ways.</summary>
    public IReadOnlyList<ImpliedLevel> Implied { get; init; } = [];

    /// <summary>What was corrected in the value.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>The id of the document that the value is from.</summary>
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

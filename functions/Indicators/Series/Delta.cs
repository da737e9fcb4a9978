using System.Text.Json.Serialization;

namespace ServerlessIct.Indicators.Series;

/// <summary>How the value of a point stands to another period or to the plan: as computed, as reported, and whether the two agree.</summary>
public sealed record Delta
{
    /// <summary>What is compared with; null where the reports do not say.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The period compared with; null for the plan and for an unknown basis.</summary>
    public Period? BasisPeriod { get; init; }

    /// <summary>The chosen value of the basis that <see cref="Absolute"/> is reckoned from; null where none is known.</summary>
    public decimal? BasisValue { get; init; }

    /// <summary>Computed: the value less that of the basis, in the value's unit. For ranks the other way round, so that positive is better.</summary>
    public decimal? Absolute { get; init; }

    /// <summary>Computed: the change in per cent of the basis, to six decimals; null for ranks and where the basis is 0.</summary>
    public decimal? Relative { get; init; }

    /// <summary>Computed: the change in percentage points; only for values in per cent.</summary>
    public decimal? Points { get; init; }

    /// <summary>Computed: the value in per cent of the plan, to six decimals; only against the plan, and not for ranks.</summary>
    public decimal? Attainment { get; init; }

    /// <summary>What the sources state against this basis, those of the chosen source first, each once.</summary>
    public IReadOnlyList<ReportedChange> Reported { get; init; } = [];

    /// <summary>Whether <see cref="Reported"/> and the figures agree.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What reports imply for the basis where no source states it; two figures where the report can be read in two ways.</summary>
    public IReadOnlyList<ImpliedLevel> Implied { get; init; } = [];

    /// <summary>The implied figure of the basis where there is only one.</summary>
    [JsonIgnore]
    public decimal? ImpliedPrevious => Implied is [var only] ? only.Value : null;

    /// <summary>Where the province was another territory at the basis: how that is dealt with; else null.</summary>
    public BreakKind? Break { get; init; }
}

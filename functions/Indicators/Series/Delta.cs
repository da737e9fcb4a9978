namespace ServerlessIct.Indicators.Series;

/// <summary>How the value of a point stands to another period or to the plan: as computed, as reported, and whether the two agree.</summary>
public sealed record Delta
{
    /// <summary>What is compared with; null where the reports do not say.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The period compared with; null for the plan and for an unknown basis.</summary>
    public Period? BasisPeriod { get; init; }

    /// <summary>Computed: the value less that of the basis, in the value's unit. For ranks the other way round, so that positive is better.</summary>
    public decimal? Absolute { get; init; }

    /// <summary>Computed: the change in per cent of the basis, to six decimals; null for ranks and where the basis is 0.</summary>
    public decimal? Relative { get; init; }

    /// <summary>Computed: the change in percentage points; only for values in per cent.</summary>
    public decimal? Points { get; init; }

    /// <summary>What the sources state against this basis, those of the chosen source first, each once.</summary>
    public IReadOnlyList<Comparison> Reported { get; init; } = [];

    /// <summary>Whether <see cref="Reported"/> and the figures agree.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>
    /// The value that a report implies for the basis where no source states it: an inference, never a fact.
    /// Null where the report can be read in two ways (per cent of a share).
    /// </summary>
    public decimal? ImpliedPrevious { get; init; }
}

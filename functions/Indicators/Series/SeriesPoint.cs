namespace ServerlessIct.Indicators.Series;

/// <summary>The figure of one province, indicator, period and kind, with where it comes from and how it moved.</summary>
public sealed record SeriesPoint
{
    /// <summary>The slug of the province.</summary>
    public required string Province { get; init; }

    /// <summary>The code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>The source whose figure is taken; its value is null where all sources state comparisons only. Null where corrections drop every source.</summary>
    public Candidate? Chosen { get; init; }

    /// <summary>Why it was taken.</summary>
    public ChoiceReason Why { get; init; }

    /// <summary>Whether the province is another territory than one year before.</summary>
    public bool IsBreak { get; init; }

    /// <summary>The other sources, the next best first.</summary>
    public IReadOnlyList<Candidate> Alternatives { get; init; } = [];

    /// <summary>Against the previous year, then other periods in order, then the plan, then an unknown basis.</summary>
    public IReadOnlyList<Delta> Deltas { get; init; } = [];

    /// <summary>The place among the provinces in this period, 1 the best, ties shared; null where not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>How many provinces were ranked in this period; null where not ranked.</summary>
    public int? RankedAmong { get; init; }

    /// <summary>The change against the same period one year before; null where nothing is known of it.</summary>
    public Delta? AgainstYearBefore() =>
        PeriodOrder.YearBefore(Period) is { } before ? Deltas.FirstOrDefault(d => d.BasisPeriod == before) : null;
}

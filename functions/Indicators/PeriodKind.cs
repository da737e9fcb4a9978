namespace ServerlessIct.Indicators;

/// <summary>The sorts of <see cref="Period"/>; only like is compared with like.</summary>
public enum PeriodKind
{
    /// <summary>A calendar year, or the state at its end.</summary>
    Year,

    /// <summary>A half-year.</summary>
    Half,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>A month, or the state in it.</summary>
    Month,

    /// <summary>The first n months of a year, cumulated.</summary>
    FirstMonths,

    /// <summary>The state on a day.</summary>
    Day,

    /// <summary>Several years, both ends included.</summary>
    Span,
}

using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What follows <c>so với</c>: a period, or null for the plan.</summary>
sealed record BasisMention(PeriodMention? Period)
{
    public static BasisMention Plan { get; } = new((PeriodMention?)null);

    public bool IsPlan => Period is null;
}

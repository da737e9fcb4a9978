using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What follows <c>so với</c>: a period, the plan, or something else.</summary>
/// <param name="Period">The period; null for the plan and for something else.</param>
/// <param name="IsOther">Whether it is neither a time nor the plan: <c>so với bình quân cả nước</c>.</param>
sealed record BasisMention(PeriodMention? Period, bool IsOther = false)
{
    public static BasisMention Plan { get; } = new((PeriodMention?)null);

    public static BasisMention Other { get; } = new(null, IsOther: true);

    public bool IsPlan => Period is null && !IsOther;
}

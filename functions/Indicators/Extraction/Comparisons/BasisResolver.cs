using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Turns what a text names as basis into a period, seen from the period of the value.</summary>
static class BasisResolver
{
    /// <summary>The basis; null where the text does not name one that can be told.</summary>
    public static Basis? Resolve(BasisMention? mention, Period? of)
    {
        if (mention is null or { IsOther: true }) return null;
        if (mention.Period is not { } named) return Basis.Plan;
        return PeriodOf(named, of) is { } period ? Basis.Of(period) : null;
    }

    /// <summary>The period that a mention means, seen from the period of the value.</summary>
    public static Period? PeriodOf(PeriodMention named, Period? of) => named.Reference switch
    {
        PeriodReference.Named => named.HasYear || of is null ? named.Period : InYear(named.Period, of.Value.Year),
        PeriodReference.SamePeriod => named.Period is { } year ? of?.AddYears(year.Year - of.Value.Year) ?? year : of?.PreviousYear(),
        PeriodReference.PreviousYear => of?.PreviousYear(),
        PeriodReference.Preceding => of?.Before(named.Length),
        PeriodReference.StartOfYear => of is { } p ? Period.OfYear(p.Year - 1) : null,
        _ => null,
    };

    static Period? InYear(Period? period, int year) => period is { } p ? p.AddYears(year - p.Year) : null;
}

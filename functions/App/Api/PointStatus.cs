using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The status of points; where several would do, the one that a reader must know first.</summary>
static class PointStatus
{
    public static ObservationStatus Of(SeriesPoint point) => point switch
    {
        { Chosen: not { Value: not null } } => ObservationStatus.O,
        { IsBreak: true } => ObservationStatus.B,
        _ when IsDoubtful(point, point.Chosen!) => ObservationStatus.U,
        { Chosen.Qualifier: Qualifier.Estimated } => ObservationStatus.E,
        _ when IsForetold(point, point.Chosen!) => ObservationStatus.P,
        _ => ObservationStatus.A,
    };

    /// <summary>What a reader of the value must know, in words.</summary>
    public static IEnumerable<string> Notes(SeriesPoint point)
    {
        if (point.Chosen is not { Value: not null } chosen) yield break;
        if (point.IsBreak) yield return "The province is another territory than one year before: provinces were merged on 1 July 2025.";
        if (chosen.Correction is { } correction)
            yield return FormattableString.Invariant($"Corrected on {correction.Date:yyyy-MM-dd} by {correction.Author}: {correction.Reason} The source states {correction.Value} {correction.Unit?.Code}.");
        if (IsContradicted(point)) yield return "The change that the source reports does not fit the values of both years.";
        if (IsImplausible(point, chosen)) yield return "The value is outside what is plausible for this indicator.";
        if (IsForetold(point, chosen)) yield return "The source was written before the period was over.";
    }

    static bool IsDoubtful(SeriesPoint point, Candidate chosen) => IsContradicted(point) || IsImplausible(point, chosen);

    static bool IsContradicted(SeriesPoint point) => point.AgainstYearBefore()?.Verdict == Verdict.Contradicted;

    static bool IsImplausible(SeriesPoint point, Candidate chosen) =>
        IndicatorCatalogue.Default.Find(point.Indicator) is { } indicator && chosen.Unit == indicator.Unit
        && !indicator.RangeOf(point.Province).Contains(chosen.Value!.Value);

    static bool IsForetold(SeriesPoint point, Candidate chosen) =>
        point.Kind == Kind.Actual && chosen.DocumentPeriod is { } reported && End(reported).CompareTo(End(point.Period)) < 0;

    /// <summary>The year and month in which a period ends.</summary>
    static (int Year, int Month) End(Period period) => period.Kind switch
    {
        PeriodKind.Half => (period.Year, 6 * period.Part),
        PeriodKind.Quarter => (period.Year, 3 * period.Part),
        PeriodKind.Month or PeriodKind.FirstMonths or PeriodKind.Day => (period.Year, period.Part),
        PeriodKind.Span => (period.Part, 12),
        _ => (period.Year, 12),
    };
}

/// <summary>How a value is to be taken: letters of the SDMX code list CL_OBS_STATUS.</summary>
public enum ObservationStatus
{
    /// <summary>Normal.</summary>
    A,

    /// <summary>A break: the province is not the territory that it was a year before.</summary>
    B,

    /// <summary>Estimated: the source says so (<c>ước đạt</c>).</summary>
    E,

    /// <summary>Provisional: the source reports on a time that ended before the period did.</summary>
    P,

    /// <summary>Missing: nothing is known.</summary>
    O,

    /// <summary>Of low reliability: a reported change contradicts it, or it is outside what is plausible.</summary>
    U,
}

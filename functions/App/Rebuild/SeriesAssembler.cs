using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>Makes series out of stored observations: corrects, chooses, compares, looks for issues. The one way for the nightly run and for a full rebuild.</summary>
sealed class SeriesAssembler(CorrectionSet corrections)
{
    readonly Dictionary<string, Correction> byId = corrections.All.ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>The rules that series are built by: another build of the program may have others.</summary>
    public static string Rules { get; } = $"{typeof(SeriesBuilder).Module.ModuleVersionId:N}{typeof(SeriesAssembler).Module.ModuleVersionId:N}";

    /// <summary>The corrections.</summary>
    public CorrectionSet Corrections => corrections;

    /// <summary>An observation as a claim to be the value of a point; null for one that is in no series: without a place, an indicator or a period.</summary>
    public static Candidate? CandidateOf(ObservationRecord record) =>
        record is not { Province: { } province, Observation: { Indicator: { } indicator, Period: { } period } observation } ? null : new Candidate
        {
            Province = province,
            Indicator = indicator,
            Period = period,
            Kind = observation.Kind,
            Value = observation.Value,
            Unit = observation.Unit,
            Total = observation.Total,
            Qualifier = observation.Qualifier,
            Comparisons = observation.Comparisons,
            Document = record.Document,
            Ordinal = record.Ordinal,
            ReceivedAt = record.ReceivedAt,
            DocumentPeriod = record.DocumentPeriod,
            Label = observation.Label,
        };

    /// <summary>Builds a series.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="corrected">Its figures, corrected; those moved in from other indicators among them.</param>
    /// <param name="outcomes">What became of the corrections on its own figures.</param>
    /// <param name="elsewhere">The figures of other provinces.</param>
    public BuiltSeries Build(
        SeriesKey key, IEnumerable<Candidate> corrected, IReadOnlyList<CorrectionOutcome> outcomes, Func<string, Period, PlaceFigure?> elsewhere)
    {
        var rules = SeriesRules.Of(IndicatorCatalogue.Default.Find(key.Indicator), key.Province);
        var points = SeriesBuilder.Build(key.Province, key.Indicator, corrected, rules, elsewhere);
        var issues = SeriesIssues.Of(points, rules).Concat(outcomes.Where(o => o.Failure is not null).Select(Failed));
        return new BuiltSeries(key, points, [.. issues], outcomes);
    }

    SeriesIssue Failed(CorrectionOutcome outcome)
    {
        var correction = byId[outcome.Id];
        return new SeriesIssue(
            IssueKind.CorrectionFailed, correction.Period, $"{outcome.Id}: {outcome.Failure}",
            [new IssueSource(correction.Period, correction.ExpectedValue, correction.ExpectedUnit, correction.Document, 0)]);
    }
}

/// <summary>A series as it should be stored.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Points">Its points.</param>
/// <param name="Issues">What a person should look at.</param>
/// <param name="Outcomes">What became of the corrections on it.</param>
sealed record BuiltSeries(
    SeriesKey Key, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<SeriesIssue> Issues, IReadOnlyList<CorrectionOutcome> Outcomes);

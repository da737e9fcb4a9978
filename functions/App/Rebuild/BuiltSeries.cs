using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>A series as it should be stored.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Points">Its points.</param>
/// <param name="Issues">What a person should look at.</param>
/// <param name="Outcomes">What became of the corrections on it.</param>
sealed record BuiltSeries(
    SeriesKey Key, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<SeriesIssue> Issues, IReadOnlyList<CorrectionOutcome> Outcomes);

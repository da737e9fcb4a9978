using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>Which corrections have changed since series were built with them, and what becomes of them in this run.</summary>
sealed class CorrectionStatuses(IReadOnlyList<StoredCorrection> corrections, IReadOnlyDictionary<string, CorrectionStatus> before)
{
    readonly Dictionary<string, CorrectionStatus> now = new(before, StringComparer.Ordinal);
    readonly Dictionary<string, Correction> byId = corrections.ToDictionary(c => c.Correction.Id, c => c.Correction, StringComparer.Ordinal);

    /// <summary>The corrections by series.</summary>
    public CorrectionSet Set { get; } = new(corrections.Select(c => c.Correction));

    /// <summary>The series that a new, changed or removed correction touches.</summary>
    public IEnumerable<SeriesKey> Touched()
    {
        foreach (var correction in byId.Values.Where(c => before.GetValueOrDefault(c.Id)?.Hash != CorrectionTable.HashOf(c)))
        {
            yield return new SeriesKey(correction.Province, correction.Indicator);
            if (correction.NewIndicator is { } indicator) yield return new SeriesKey(correction.Province, indicator);
        }
        foreach (var status in before.Values.Where(s => !byId.TryGetValue(s.Id, out var c) || CorrectionTable.HashOf(c) != s.Hash))
        {
            yield return new SeriesKey(status.Province, status.Indicator);
            if (status.NewIndicator is { } indicator) yield return new SeriesKey(status.Province, indicator);
        }
    }

    /// <summary>Notes what became of corrections.</summary>
    public void Note(IEnumerable<CorrectionOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var correction = byId[outcome.Id];
            now[outcome.Id] = new CorrectionStatus(
                outcome.Id, CorrectionTable.HashOf(correction), correction.Province, correction.Indicator, correction.NewIndicator, outcome.Applied, outcome.Failure);
        }
    }

    /// <summary>Stores what became of those looked at so far.</summary>
    public Task SaveNotedAsync(CorrectionTable table, CancellationToken cancellationToken) =>
        table.SaveStatusesAsync(now.Values.Where(s => byId.ContainsKey(s.Id) && before.GetValueOrDefault(s.Id) != s), [], cancellationToken);

    /// <summary>Stores what has changed; to be called when every touched series is stored.</summary>
    /// <returns>How many corrections hold no longer.</returns>
    public async Task<int> SaveAsync(CorrectionTable table, CancellationToken cancellationToken)
    {
        var forgotten = now.Keys.Where(id => !byId.ContainsKey(id)).ToList();
        foreach (var id in forgotten) now.Remove(id);
        await table.SaveStatusesAsync(now.Values.Where(s => before.GetValueOrDefault(s.Id) != s), forgotten, cancellationToken);
        return now.Values.Count(s => s.Failure is not null);
    }
}

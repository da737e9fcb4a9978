using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>What the observations of a province are worth to its series.</summary>
sealed class ProvinceRecords
{
    /// <summary>The claims by indicator.</summary>
    public Dictionary<string, List<Candidate>> Stated { get; } = new(StringComparer.Ordinal);

    /// <summary>What no indicator names.</summary>
    public SubjectTally Subjects { get; } = new();

    /// <summary>How many observations there are, whether they are worth something or not.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an observation.</summary>
    public void Add(ObservationRecord record)
    {
        Count++;
        if (record.Observation.Indicator is null) Subjects.Add(record.Observation.Label, record.Document, record.Ordinal);
        if (SeriesAssembler.CandidateOf(record) is not { } candidate) return;
        if (!Stated.TryGetValue(candidate.Indicator, out var stated)) Stated.Add(candidate.Indicator, stated = []);
        stated.Add(candidate);
    }
}

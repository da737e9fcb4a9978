using System.Globalization;

namespace ServerlessIct.Indicators.Series;

/// <summary>All corrections, found by the series that they touch.</summary>
public sealed class CorrectionSet
{
    readonly ILookup<(string Province, string Indicator), Correction> bySource;
    readonly ILookup<(string Province, string Indicator), Correction> byTarget;

    /// <summary>Puts corrections together; of two on one figure the later in the list holds, and the other fails.</summary>
    public CorrectionSet(IEnumerable<Correction> corrections)
    {
        All = [.. corrections];
        bySource = All.ToLookup(c => (c.Province, c.Indicator));
        byTarget = All.Where(c => c.NewIndicator is not null).ToLookup(c => (c.Province, c.NewIndicator!));
    }

    /// <summary>No corrections.</summary>
    public static CorrectionSet None { get; } = new([]);

    /// <summary>Every correction.</summary>
    public IReadOnlyList<Correction> All { get; }

    /// <summary>The indicators out of which figures are moved into this series.</summary>
    public IEnumerable<string> SourcesOf(string province, string indicator) =>
        byTarget[(province, indicator)].Select(c => c.Indicator).Where(i => i != indicator).Distinct(StringComparer.Ordinal);

    /// <summary>The indicators into which figures of this series are moved.</summary>
    public IEnumerable<string> TargetsOf(string province, string indicator) =>
        bySource[(province, indicator)].Select(c => c.NewIndicator).OfType<string>().Where(i => i != indicator).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a correction moves a figure to this indicator.</summary>
    public bool Moves(Candidate? stated, string indicator) =>
        stated is not null && bySource[(stated.Province, stated.Indicator)].Any(c => c.NewIndicator == indicator && c.IsAt(stated) && c.Expects(stated));

    /// <summary>The figures of a series as documents state them, corrected; a figure that was moved has its new indicator.</summary>
    /// <param name="province">The slug that all candidates have.</param>
    /// <param name="indicator">The code that all candidates have.</param>
    /// <param name="stated">What the documents state.</param>
    /// <returns>The figures in the same order, and what became of each correction on this series.</returns>
    public (IReadOnlyList<Candidate> Corrected, IReadOnlyList<CorrectionOutcome> Outcomes) Apply(
        string province, string indicator, IReadOnlyList<Candidate> stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var corrected = stated.ToArray();
        var outcomes = new List<CorrectionOutcome>();
        foreach (var correction in bySource[(province, indicator)])
        {
            var there = Enumerable.Range(0, corrected.Length).Where(i => correction.IsAt(stated[i])).ToList();
            var meant = there.Where(i => correction.Expects(stated[i])).ToList();
            foreach (var i in meant) corrected[i] = correction.Correct(stated[i]);
            outcomes.Add(new CorrectionOutcome(correction.Id, meant.Count, meant.Count > 0 ? null : Failure(correction, [.. there.Select(i => stated[i])])));
        }

        return (corrected, outcomes);
    }

    static string Failure(Correction correction, IReadOnlyList<Candidate> found)
    {
        var number = $"{correction.Province}, {correction.Indicator}, {correction.Period}";
        var expected = Written(correction.ExpectedValue, correction.ExpectedUnit);
        return found.Count == 0
            ? $"The document states nothing any more of {number}, where the correction expects {expected}. Look at the document and change or remove the correction."
            : $"The document now states {string.Join(" and ", found.Select(f => Written(f.Value, f.Unit)))} of {number}, where the correction expects {expected}. Look at the document and change or remove the correction.";
    }

    static string Written(decimal? value, Unit? unit) =>
        value is { } figure ? string.Create(CultureInfo.InvariantCulture, $"{figure} {unit?.Code}").TrimEnd() : "no value";
}

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// A known slip of a source, put right: a figure of one document gets another value, unit or indicator, or is taken out. It holds only as
/// long as the document states what it expects (<see cref="ExpectedValue"/>): where the source changes, it fails and says so.
/// </summary>
public sealed record Correction
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the document that states the figure.</summary>
    public required string Document { get; init; }

    /// <summary>The slug of the province that extraction gave the figure.</summary>
    public required string Province { get; init; }

    /// <summary>The code that extraction gave it.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period that extraction gave it.</summary>
    public required Period Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>The value that the document must state for this to hold; null for a mere comparison.</summary>
    public decimal? ExpectedValue { get; init; }

    /// <summary>The unit that it must have.</summary>
    public Unit? ExpectedUnit { get; init; }

    /// <summary>The value instead; null to keep it.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit instead; null to keep it.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The indicator instead; null to keep it.</summary>
    public string? NewIndicator { get; init; }

    /// <summary>Whether the figure is taken out altogether.</summary>
    public bool Drop { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who says so.</summary>
    public required string Author { get; init; }

    /// <summary>When it was made.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The figure as corrected, with what it was.</summary>
    public Candidate Correct(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate with
        {
            Value = Value ?? candidate.Value,
            Unit = Unit ?? candidate.Unit ?? (Value is null ? null : ExpectedUnit ?? Indicators.Unit.Count),
            Indicator = NewIndicator ?? candidate.Indicator,
            IsDropped = Drop,
            Correction = new AppliedCorrection(Id, Reason, Author, Date, candidate.Value, candidate.Unit, candidate.Indicator),
        };
    }

    /// <summary>Whether the candidate is at the place that this speaks of, whatever its value.</summary>
    public bool IsAt(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return (candidate.Document, candidate.Province, candidate.Indicator, candidate.Period, candidate.Kind)
            == (Document, Province, Indicator, Period, Kind);
    }

    /// <summary>Whether the candidate has the value and unit that this expects.</summary>
    public bool Expects(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Value == ExpectedValue && (ExpectedUnit is null || candidate.Unit == ExpectedUnit);
    }
}

using ServerlessIct.App.Aggregate;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>A number and where it is written.</summary>
public sealed record ObservationAnswer
{
    /// <summary>The slug of its place.</summary>
    public string? Province { get; init; }

    /// <summary>The code; null for what the catalogue does not name.</summary>
    public string? Indicator { get; init; }

    /// <summary>The subject as worded.</summary>
    public required string Label { get; init; }

    /// <summary>The value in base units.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The whole in <c>212/216</c>.</summary>
    public decimal? Total { get; init; }

    /// <summary>The period.</summary>
    public Period? Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>How exactly it was stated.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>What it is compared with.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The number with its unit.</summary>
    public required TextAnswer Source { get; init; }

    /// <summary>The sentence around it.</summary>
    public required TextAnswer Sentence { get; init; }

    /// <summary>The id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The name of the document's blob.</summary>
    public required string DocumentName { get; init; }

    /// <summary>The place among the document's observations, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Whether the series has taken this one; null where no series was asked about.</summary>
    public bool? Chosen { get; init; }

    /// <summary>What is corrected in it; the fields above are as the document states them.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>The value that holds by the correction; null where there is none, or where it takes the figure out.</summary>
    public decimal? CorrectedValue { get; init; }

    /// <summary>An observation as stored, and what corrections make of it.</summary>
    public static ObservationAnswer Of(ObservationRecord record, CorrectionSet corrections)
    {
        var stated = SeriesAssembly.CandidateOf(record);
        var corrected = stated is null ? null : corrections.Apply(stated.Province, stated.Indicator, [stated]).Corrected[0];
        return Of(record) with
        {
            Correction = corrected?.Correction,
            CorrectedValue = corrected is { Correction: not null, IsDropped: false } ? corrected.Value : null,
        };
    }

    /// <summary>An observation as stored.</summary>
    public static ObservationAnswer Of(ObservationRecord record) => new()
    {
        Province = record.Province,
        Indicator = record.Observation.Indicator,
        Label = record.Observation.Label,
        Value = record.Observation.Value,
        Unit = record.Observation.Unit,
        Total = record.Observation.Total,
        Period = record.Observation.Period,
        Kind = record.Observation.Kind,
        Qualifier = record.Observation.Qualifier,
        Comparisons = record.Observation.Comparisons,
        Source = new TextAnswer(record.Observation.Source.Start, record.Observation.Source.End, record.SourceText),
        Sentence = new TextAnswer(record.Observation.Sentence.Start, record.Observation.Sentence.End, record.SentenceText),
        Document = record.Document,
        DocumentName = record.DocumentName,
        Ordinal = record.Ordinal,
    };
}

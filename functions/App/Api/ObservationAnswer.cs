using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>A number and where it is written.</summary>
public sealed record ObservationAnswer
{
    /// <summary>The slug of the place that the figure is of; null where the text does not say.</summary>
    public string? Province { get; init; }

    /// <summary>The code of the indicator; null for what the catalogue does not name.</summary>
    public string? Indicator { get; init; }

    /// <summary>The subject as the text words it.</summary>
    public required string Label { get; init; }

    /// <summary>The value in the unit, multipliers folded in: <c>1,2 triệu</c> is 1200000. Null where only a comparison is stated.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of the value; null where there is none.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The whole of which the value is a part, as in <c>212/216</c>: 216.</summary>
    public decimal? Total { get; init; }

    /// <summary>What the value is of; null where the text does not say.</summary>
    public Period? Period { get; init; }

    /// <summary>Whether the value was reached or is wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>How exactly the text states the value.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>What the text says of the value against other periods or the plan.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The number with its unit, as written.</summary>
    public required TextAnswer Source { get; init; }

    /// <summary>The sentence around it.</summary>
    public required TextAnswer Sentence { get; init; }

    /// <summary>The id of the document: 32 hexadecimal digits.</summary>
    public required string Document { get; init; }

    /// <summary>The name of the document's file, with its folders.</summary>
    public required string DocumentName { get; init; }

    /// <summary>The place among the observations of its document, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Whether the series has taken this one; null where no series was asked about.</summary>
    public bool? Chosen { get; init; }

    /// <summary>What is corrected in it; null where nothing is. The other members are as the document states them.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>The value that holds by the correction, in the unit; null where there is none, or where the figure is taken out.</summary>
    public decimal? CorrectedValue { get; init; }

    /// <summary>An observation as stored, and what corrections make of it.</summary>
    public static ObservationAnswer Of(ObservationRecord record, CorrectionSet corrections)
    {
        var stated = SeriesAssembler.CandidateOf(record);
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

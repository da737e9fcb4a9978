using System.Text.Json.Serialization;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>One point of a series in an answer; everything but the period and the status is null where nothing is known.</summary>
public sealed record PointAnswer
{
    /// <summary>What the value is of.</summary>
    public required Period Period { get; init; }

    /// <summary>The value in the unit, multipliers folded in: 1.2 million is 1200000. Null where nothing is known.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of the value: that of the series, unless the source states no figure in it.</summary>
    public Unit? Unit { get; init; }

    /// <summary>How the value is to be taken: a letter of the SDMX code list CL_OBS_STATUS.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<ObservationStatus>))]
    public ObservationStatus Status { get; init; } = ObservationStatus.O;

    /// <summary>How exactly the source states the value.</summary>
    public Qualifier? Qualifier { get; init; }

    /// <summary>The whole of which the value is a part, as in <c>212/216</c>: 216.</summary>
    public decimal? Total { get; init; }

    /// <summary>The place among the provinces in this period, 1 the best, ties shared.</summary>
    public int? Rank { get; init; }

    /// <summary>How many provinces were ranked, from 1.</summary>
    public int? RankedAmong { get; init; }

    /// <summary>Whether the reported and the computed change against the previous year agree; null where there is neither.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The id of the document that the value is from: 32 hexadecimal digits.</summary>
    public string? Document { get; init; }

    /// <summary>Why the value of this source was taken before those of others.</summary>
    public ChoiceReason? Why { get; init; }

    /// <summary>What a plan asks for the same period, in the unit of the value; null where none is known.</summary>
    public decimal? Plan { get; init; }

    /// <summary>The value in per cent of the plan: 100 where it is just reached, null where none is known.</summary>
    public decimal? Attainment { get; init; }

    /// <summary>True where the province is another territory than one year before.</summary>
    public bool? Break { get; init; }

    /// <summary>What was corrected in the value; null where nothing was.</summary>
    public AppliedCorrection? Correction { get; init; }

    /// <summary>How many further sources state the point, from 0; <c>GET observations/…</c> has them all.</summary>
    public int Alternatives { get; init; }

    /// <summary>What a reader must know, in sentences: breaks, corrections, doubts.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the value is written; only with <c>provenance=true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceAnswer? Source { get; init; }

    /// <summary>A point of which nothing is known.</summary>
    public static PointAnswer Empty(Period period) => new() { Period = period };

    /// <summary>A point as stored.</summary>
    public static PointAnswer Of(SeriesPoint point) => new()
    {
        Period = point.Period,
        Value = point.Chosen?.Value,
        Unit = point.Chosen?.Unit,
        Status = PointStatus.Of(point),
        Qualifier = point.Chosen?.Value is null ? null : point.Chosen.Qualifier,
        Total = point.Chosen?.Total,
        Rank = point.Rank,
        RankedAmong = point.RankedAmong,
        Verdict = point.AgainstYearBefore()?.Verdict,
        Document = point.Chosen?.Document,
        Why = point.Chosen is null ? null : point.Why,
        Plan = AgainstPlan(point)?.BasisValue,
        Attainment = AgainstPlan(point)?.Attainment,
        Break = point.IsBreak ? true : null,
        Correction = point.Chosen?.Correction,
        Alternatives = point.Alternatives.Count,
        Notes = [.. PointStatus.Notes(point)],
    };

    static Delta? AgainstPlan(SeriesPoint point) => point.Deltas.FirstOrDefault(d => d.Basis is { IsPlan: true });
}

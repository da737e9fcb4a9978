using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>One point of a series in an answer; everything but the period is null where nothing is known.</summary>
public sealed record PointAnswer
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The value in the unit of the series.</summary>
    public decimal? Value { get; init; }

    /// <summary>How exactly it was stated.</summary>
    public Qualifier? Qualifier { get; init; }

    /// <summary>The whole in <c>212/216</c>.</summary>
    public decimal? Total { get; init; }

    /// <summary>The place among the provinces.</summary>
    public int? Rank { get; init; }

    /// <summary>How many provinces were ranked.</summary>
    public int? RankedAmong { get; init; }

    /// <summary>Whether the reported and the computed change against the previous year agree.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The id of the document that the value is from.</summary>
    public string? Document { get; init; }

    /// <summary>How many further sources there are.</summary>
    public int Alternatives { get; init; }

    /// <summary>A point of which nothing is known.</summary>
    public static PointAnswer Empty(Period period) => new() { Period = period };

    /// <summary>A point as stored.</summary>
    public static PointAnswer Of(SeriesPoint point) => new()
    {
        Period = point.Period,
        Value = point.Chosen?.Value,
        Qualifier = point.Chosen?.Value is null ? null : point.Chosen.Qualifier,
        Total = point.Chosen?.Total,
        Rank = point.Rank,
        RankedAmong = point.RankedAmong,
        Verdict = SeriesTable.PreviousYear(point)?.Verdict,
        Document = point.Chosen?.Document,
        Alternatives = point.Alternatives.Count,
    };
}

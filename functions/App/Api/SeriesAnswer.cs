using System.Text.Json.Serialization;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>One series in an answer.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>; <c>viet-nam</c> is the whole country.</param>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Kind">Whether the values were reached or are wanted.</param>
/// <param name="Unit">The unit of most of its values, or of the indicator where it has none.</param>
/// <param name="Points">One point a period, earliest first; years that were asked for by name and are not known are there with null.</param>
public sealed record SeriesAnswer(string Province, string Indicator, Kind Kind, Unit? Unit, IReadOnlyList<PointAnswer> Points)
{
    /// <summary>The series of an answer; asked for by name and year, an empty one has its years with null.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="points">What there is.</param>
    /// <param name="sources">Where values are written; null where that was not asked.</param>
    public static IReadOnlyList<SeriesAnswer> From(
        SeriesQuestion question, IReadOnlyList<SeriesPoint> points, IReadOnlyDictionary<(string, int), SourceAnswer>? sources = null)
    {
        var known = points.GroupBy(p => (p.Province, p.Indicator, p.Kind)).ToDictionary(g => g.Key, g => g.ToList());
        var kinds = question.Kinds.Count == 0 ? [Kind.Actual] : question.Kinds;
        var named = question.Provinces.SelectMany(p => question.Indicators.SelectMany(i => kinds.Select(k => (p, i, k))));
        return [.. known.Keys.Union(named)
            .OrderBy(k => k.Item1, StringComparer.Ordinal).ThenBy(k => k.Item2, StringComparer.Ordinal).ThenBy(k => k.Item3)
            .Select(k => Of(k, known.GetValueOrDefault(k) ?? [], question, sources))];
    }

    static SeriesAnswer Of(
        (string Province, string Indicator, Kind Kind) key, List<SeriesPoint> points, SeriesQuestion question,
        IReadOnlyDictionary<(string, int), SourceAnswer>? sources)
    {
        var answers = points.Select(p => PointAnswer.Of(p) with { Source = SourceOf(p, sources) }).ToList();
        if (!question.Years.IsAny && question.Provinces.Count > 0 && question.Indicators.Count > 0)
        {
            var present = points.Where(p => p.Period.Kind == PeriodKind.Year).Select(p => p.Period.Year).ToHashSet();
            answers.AddRange(question.Years.All.Where(y => !present.Contains(y)).Select(y => PointAnswer.Empty(Period.OfYear(y))));
        }
        var unit = points.Select(p => p.Chosen?.Unit).OfType<Unit>().GroupBy(u => u).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Code, StringComparer.Ordinal).FirstOrDefault()?.Key ?? IndicatorCatalogue.Default.Find(key.Indicator)?.Unit;
        return new SeriesAnswer(key.Province, key.Indicator, key.Kind, unit, [.. answers.OrderBy(a => a.Period)]);
    }

    static SourceAnswer? SourceOf(SeriesPoint point, IReadOnlyDictionary<(string, int), SourceAnswer>? sources) =>
        sources is not null && point.Chosen is { } chosen ? sources.GetValueOrDefault((chosen.Document, chosen.Ordinal)) : null;
}

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

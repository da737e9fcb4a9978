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

using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>Observations of many provinces, indicators and years, made up from a seed and stored without any document.</summary>
public static class StoredWorld
{
    public const int FirstYear = 2018;

    /// <summary>The observations: one final figure a year with its change, often an estimate before it and the figure recalled by the next report.</summary>
    public static IEnumerable<ObservationRecord> Observations(int provinces, int indicators, int years, int seed)
    {
        foreach (var province in Gazetteer.Default.Before2025.Take(provinces))
            foreach (var indicator in IndicatorCatalogue.Default.All.Take(indicators))
                foreach (var record in Series(province.Slug, indicator, years, new Random(HashCode(province.Slug, indicator.Code, seed))))
                    yield return record;
    }

    /// <summary>Another final figure of a series, of the year after.</summary>
    public static ObservationRecord Newer(string province, string indicator, int year, decimal value) =>
        Record(province, IndicatorCatalogue.Default.Find(indicator)!, year, value, year, Qualifier.Exact, "final", []);

    static IEnumerable<ObservationRecord> Series(string province, Indicator indicator, int years, Random random)
    {
        decimal before = 0, value = random.Next(20, 90);
        for (var i = 0; i < years; i++)
        {
            var year = FirstYear + i;
            if (random.Next(2) == 0) yield return Record(province, indicator, year, value + 1, year, Qualifier.Estimated, "estimate", []);
            Comparison[] change = i == 0 ? [] : [new Comparison(Basis.Of(Period.OfYear(year - 1)), Relation.Change, value - before + (random.Next(20) == 0 ? 1 : 0), Unit.Point)];
            yield return Record(province, indicator, year, value, year, Qualifier.Exact, "final", change);
            if (random.Next(3) == 0) yield return Record(province, indicator, year, value, year + 1, Qualifier.Exact, "recalled", []);
            (before, value) = (value, value + random.Next(0, 3));
        }
    }

    static ObservationRecord Record(
        string province, Indicator indicator, int year, decimal value, int reportOf, Qualifier qualifier, string sort, IReadOnlyList<Comparison> comparisons) => new()
    {
        Province = province,
        Observation = new Observation
        {
            Indicator = indicator.Code,
            Label = indicator.NameVi,
            Value = indicator.Unit == Unit.Vnd ? value * 1_000_000_000 : value,
            Unit = indicator.Unit,
            Period = Period.OfYear(year),
            Qualifier = qualifier,
            Comparisons = comparisons,
            Source = new SourceSpan(0, 2),
            Sentence = new SourceSpan(0, 20),
        },
        SourceText = "12",
        SentenceText = "Một câu của báo cáo.",
        Document = DocumentId.Of(FormattableString.Invariant($"{province}/{reportOf}-{sort}.txt")),
        DocumentName = FormattableString.Invariant($"{province}/{reportOf}-{sort}.txt"),
        DocumentPeriod = Period.OfYear(reportOf),
        ReceivedAt = new DateTimeOffset(reportOf + 1, sort == "estimate" ? 1 : 2, 1, 0, 0, 0, TimeSpan.Zero),
    };

    static int HashCode(string one, string other, int seed) => (one + other).Aggregate(seed, (hash, c) => unchecked((hash * 31) + c));
}

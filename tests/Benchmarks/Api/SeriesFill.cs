using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>Series of every indicator and province over as many years as it takes, with the cross-sections that ranks come from.</summary>
static class SeriesFill
{
    const int LastYear = 2024, MostActions = 100;

    /// <summary>The indicators and provinces that there are series of.</summary>
    public static IReadOnlyList<(string Indicator, string Province)> Keys { get; } =
    [
        .. IndicatorCatalogue.Default.All.SelectMany(i => Gazetteer.Default.Before2025.Select(p => (i.Code, p.Slug))),
    ];

    /// <summary>Fills the table.</summary>
    /// <returns>How many points there are.</returns>
    public static async Task<int> FillAsync(TableClient table, int points, CancellationToken stop)
    {
        var years = (points + Keys.Count - 1) / Keys.Count;
        foreach (var indicator in IndicatorCatalogue.Default.All)
        {
            var entities = Enumerable.Range(LastYear - years + 1, years).SelectMany(y => OfYear(indicator, y)).ToList();
            foreach (var batch in entities.Chunk(MostActions))
                await table.SubmitTransactionAsync(batch.Select(e => new TableTransactionAction(TableTransactionActionType.UpsertReplace, e)), stop);
        }
        return years * Keys.Count;
    }

    static IEnumerable<TableEntity> OfYear(Indicator indicator, int year)
    {
        var points = Gazetteer.Default.Before2025.Select((p, i) => Point(indicator, p.Slug, year, 1_000 + (37 * i) + (11 * (year - 2000)))).ToList();
        foreach (var point in points) yield return SeriesRows.Of(point);
        yield return SeriesRows.Of(indicator.Code, new CrossSection(Period.OfYear(year), points.Select(Ranking.FigureOf).OfType<PlaceFigure>()));
    }

    static SeriesPoint Point(Indicator indicator, string province, int year, decimal value) => new()
    {
        Province = province,
        Indicator = indicator.Code,
        Period = Period.OfYear(year),
        Chosen = new Candidate
        {
            Province = province, Indicator = indicator.Code, Period = Period.OfYear(year), Value = value, Unit = indicator.Unit, Label = indicator.NameVi,
            Document = "0123456789abcdef0123456789abcdef", DocumentPeriod = Period.OfYear(year),
            Comparisons = [new Comparison(Basis.Of(Period.OfYear(year - 1)), Relation.Change, 11, indicator.Unit)],
        },
        Deltas =
        [
            new Delta
            {
                Basis = Basis.Of(Period.OfYear(year - 1)), BasisPeriod = Period.OfYear(year - 1), BasisValue = value - 11, Absolute = 11, Relative = 1.1m,
                Verdict = Verdict.Confirmed,
            },
        ],
    };
}

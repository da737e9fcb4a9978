using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The provinces side by side.</summary>
public sealed class GetRankings(ApiGate gate, SeriesTable series)
{
    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<RankedAnswer>> Columns =
    [
        new("province", r => r.Province), new("province_name", r => ProvinceNames.Of(r.Province)), new("rank", r => r.Rank), new("value", r => r.Value),
        new("unit", r => r.Unit.Code), new("qualifier", r => Words.Of(r.Qualifier)), new("contribution", r => r.Contribution),
    ];

    /// <summary><c>GET rankings/{indicator}/{period}</c>: provinces in order, with what they make together; a span of years has a slash of its own.</summary>
    [Function(nameof(GetRankings))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "rankings/{indicator}/{*period}")] HttpRequest request,
        string indicator,
        string period,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.Rankings,
            async parameters =>
            {
                var format = Formats.Choose(request, parameters, Formats.Json, Formats.Csv, Formats.JsonStat);
                var columns = format == Formats.Csv ? FieldSelection.Columns(parameters, Columns) : [];
                var json = format == Formats.Json ? FieldSelection.Json<RankedAnswer>(parameters) : StoredJson.Options;
                var byteOrderMark = parameters.IsOn("bom");
                var ranking = await RankingAsync(Parameters.Indicator(indicator), Parameters.PeriodOf(period), cancellationToken);
                return format switch
                {
                    Formats.Csv => CsvAnswer.Of(columns, ranking.Ranking, byteOrderMark, "ranking.csv"),
                    Formats.JsonStat => JsonStatAnswer.Of([.. ranking.Ranking.Select(r => Series(ranking, r))], "A ranking of provinces", Formats.JsonStatType(request)),
                    _ => Answers.Json(ranking, json),
                };
            },
            cancellationToken);

    async Task<RankingAnswer> RankingAsync(string code, Period asked, CancellationToken cancellationToken)
    {
        var known = IndicatorCatalogue.Default.Find(code)!;
        var before = PeriodOrder.YearBefore(asked);
        var sections = await series.SectionsAsync(code, before?.Year ?? asked.Year, asked.Year, cancellationToken);
        var section = sections.FirstOrDefault(s => s.Period == asked) ?? new CrossSection(asked, []);
        var national = NationalFigures.Of(section, sections.FirstOrDefault(s => s.Period == before), SeriesRules.AddsUp(known));
        return new RankingAnswer(code, asked, section.Unit ?? known.Unit, known.Better, national, Ranked(section, national, known.Better));
    }

    static IReadOnlyList<RankedAnswer> Ranked(CrossSection section, NationalFigures national, string better) =>
    [
        .. section.Figures.Where(f => f.Place != Gazetteer.Country)
            .Select(f => (Figure: f, section.RankOf(f.Place, better)?.Rank))
            .OrderBy(f => f.Rank ?? int.MaxValue).ThenBy(f => f.Figure.Unit == section.Unit ? 0 : 1)
            .ThenByDescending(f => f.Figure.Value).ThenBy(f => f.Figure.Place, StringComparer.Ordinal)
            .Select(f => new RankedAnswer(
                f.Figure.Place, f.Rank, f.Figure.Value, f.Figure.Unit, f.Figure.Qualifier,
                national.Contributions.TryGetValue(f.Figure.Place, out var points) ? points : null)),
    ];

    static SeriesAnswer Series(RankingAnswer ranking, RankedAnswer ranked) => new(
        ranked.Province, ranking.Indicator, Kind.Actual, ranked.Unit,
        [
            new PointAnswer
            {
                Period = ranking.Period, Value = ranked.Value, Unit = ranked.Unit,
                Status = ranked.Qualifier == Qualifier.Estimated ? ObservationStatus.E : ObservationStatus.A,
            },
        ]);
}

/// <summary>The answer of <c>GET rankings/…</c>.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What is ranked.</param>
/// <param name="Unit">The unit in which provinces are ranked; figures in another unit have no rank.</param>
/// <param name="Better">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="National">What the provinces make together.</param>
/// <param name="Ranking">The provinces, best first; those without a rank last.</param>
public sealed record RankingAnswer(
    string Indicator, Period Period, Unit Unit, string Better, NationalFigures National, IReadOnlyList<RankedAnswer> Ranking);

/// <summary>A province in a ranking.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>.</param>
/// <param name="Rank">Its place, 1 the best, ties shared; null where it is not ranked.</param>
/// <param name="Value">Its value in its unit.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Qualifier">How exactly the source states the value.</param>
/// <param name="Contribution">The percentage points that it adds to the growth of all together; null where it is not known in both years.</param>
public sealed record RankedAnswer(string Province, int? Rank, decimal Value, Unit Unit, Qualifier Qualifier, decimal? Contribution);

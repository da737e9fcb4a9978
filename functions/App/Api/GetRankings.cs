using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The provinces side by side.</summary>
public sealed class GetRankings(SeriesTable series)
{
    /// <summary><c>GET rankings/{indicator}/{period}</c>: provinces in order, with what they make together; a span of years has a slash of its own.</summary>
    [Function(nameof(GetRankings))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "rankings/{indicator}/{*period}")] HttpRequest request,
        string indicator,
        string period,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            var (code, asked) = (Parameters.Indicator(indicator), Parameters.PeriodOf(period));
            var known = IndicatorCatalogue.Default.Find(code)!;
            var before = PeriodOrder.YearBefore(asked);
            var sections = await series.SectionsAsync(code, before?.Year ?? asked.Year, asked.Year, cancellationToken);
            var section = sections.FirstOrDefault(s => s.Period == asked) ?? new CrossSection(asked, []);
            var national = NationalFigures.Of(section, sections.FirstOrDefault(s => s.Period == before), SeriesRules.AddsUp(known));
            return Answers.Json(new { indicator = code, period = asked, unit = section.Unit ?? known.Unit, better = known.Better, national, ranking = Ranked(section, national, known.Better) });
        });

    static IReadOnlyList<object> Ranked(CrossSection section, NationalFigures national, string better) =>
    [
        .. section.Figures.Where(f => f.Place != Gazetteer.Country)
            .Select(f => (Figure: f, section.RankOf(f.Place, better)?.Rank))
            .OrderBy(f => f.Rank ?? int.MaxValue).ThenBy(f => f.Figure.Unit == section.Unit ? 0 : 1)
            .ThenByDescending(f => f.Figure.Value).ThenBy(f => f.Figure.Place, StringComparer.Ordinal)
            .Select(f => new
            {
                province = f.Figure.Place,
                rank = f.Rank,
                value = f.Figure.Value,
                unit = f.Figure.Unit,
                qualifier = f.Figure.Qualifier,
                contribution = national.Contributions.TryGetValue(f.Figure.Place, out var points) ? points : (decimal?)null,
            }),
    ];
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What all provinces make together, and how figures grew over years.</summary>
public sealed class GetNational(SeriesTable series)
{
    /// <summary><c>GET national?indicator=&amp;year=</c>: sum, mean, median, coverage and growth, period by period.</summary>
    [Function(nameof(GetNational))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "national")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "indicator", "year");
            var years = parameters.Years();
            var national = new List<object>();
            foreach (var code in Named(parameters))
            {
                var adds = SeriesRules.AddsUp(IndicatorCatalogue.Default.Find(code));
                var sections = (await series.SectionsAsync(code, Math.Max(Period.FirstYear, years.First - 1), years.Last, cancellationToken)).ToDictionary(s => s.Period);
                foreach (var section in sections.Values.Where(s => years.Contains(s.Period.Year)))
                {
                    var before = PeriodOrder.YearBefore(section.Period) is { } period ? sections.GetValueOrDefault(period) : null;
                    var f = NationalFigures.Of(section, before, adds);
                    national.Add(new
                    {
                        indicator = code, period = f.Period, unit = f.Unit, sum = f.Sum, mean = f.Mean, median = f.Median, least = f.Least, most = f.Most,
                        known = f.Known, provinces = f.Provinces, stated = f.Stated, growth = f.Growth, knownInBoth = f.KnownInBoth,
                    });
                }
            }
            return Answers.Json(new { national });
        });

    /// <summary><c>GET growth?indicator=&amp;from=&amp;to=&amp;province=</c>: the steady yearly growth between two years, for each province and for all that are known in both.</summary>
    [Function("GetGrowth")]
    public Task<IResult> Growth(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "growth")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "indicator", "from", "to", "province");
            var (from, to) = (Year(parameters, "from"), Year(parameters, "to"));
            if (to <= from) throw new ParameterException("to", parameters.Text("to"), "a year after 'from'");
            var provinces = parameters.Provinces();
            var growth = new List<object>();
            foreach (var code in Named(parameters))
            {
                var sections = await series.SectionsAsync(code, from, to, cancellationToken);
                var (first, last) = (Of(sections, from), Of(sections, to));
                var pairs = last.Ranked.Select(f => (f.Place, Last: f.Value, First: Before(f, last.Period, first, SeriesRules.AddsUp(IndicatorCatalogue.Default.Find(code))))).ToList();
                growth.Add(new
                {
                    indicator = code, from, to, unit = last.Unit,
                    provinces = pairs.Where(p => provinces.Count == 0 || provinces.Contains(p.Place, StringComparer.Ordinal)).Select(p => new
                    {
                        province = p.Place, first = p.First, last = p.Last,
                        perYear = p.First is { } start ? CompoundGrowth.PerYear(start, p.Last, to - from) : null,
                    }).ToList(),
                    together = Together(pairs.Where(p => p.First is not null).Select(p => (p.First!.Value, p.Last)).ToList(), code, to - from),
                });
            }
            return Answers.Json(new { growth });
        });

    static object? Together(IReadOnlyList<(decimal First, decimal Last)> pairs, string code, int years) =>
        pairs.Count == 0 || !SeriesRules.AddsUp(IndicatorCatalogue.Default.Find(code)) ? null : new
        {
            provinces = pairs.Count, first = pairs.Sum(p => p.First), last = pairs.Sum(p => p.Last),
            perYear = CompoundGrowth.PerYear(pairs.Sum(p => p.First), pairs.Sum(p => p.Last), years),
        };

    // Of a province formed in July 2025 the parts together, where all are known and can be added.
    static decimal? Before(PlaceFigure now, Period period, CrossSection first, bool adds)
    {
        var differs = Territory.Differs(now.Place, period, first.Period);
        var parts = (differs ? Territory.PartsOf(now.Place) : [now.Place]).Select(first.Of).ToList();
        var known = parts.TrueForAll(p => p is not null && p.Unit == now.Unit) && (!differs || adds);
        return known ? parts.Sum(p => p!.Value) : null;
    }

    static CrossSection Of(IReadOnlyList<CrossSection> sections, int year) =>
        sections.FirstOrDefault(s => s.Period == Period.OfYear(year)) ?? new CrossSection(Period.OfYear(year), []);

    static IReadOnlyList<string> Named(Parameters parameters) => parameters.Indicators() is { Count: > 0 } codes
        ? codes
        : throw new ParameterException("indicator", "", "one or more codes as GET /api/v1/indicators lists them");

    static int Year(Parameters parameters, string name)
    {
        var years = YearRanges.Parse(parameters.Text(name), name);
        return !years.IsAny && years.First == years.Last ? years.First : throw new ParameterException(name, parameters.Text(name), "one year from 1945 to 2100");
    }
}

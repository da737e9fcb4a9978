using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What all provinces make together, and how figures grew over years.</summary>
public sealed class GetNational(ApiGate gate, SeriesTable series)
{
    static readonly IReadOnlyList<Column<NationalAnswer>> Columns =
    [
        new("indicator", n => n.Indicator), new("period", n => n.Period.ToString()), new("unit", n => n.Unit?.Code), new("sum", n => n.Sum), new("mean", n => n.Mean),
        new("median", n => n.Median), new("least", n => n.Least), new("most", n => n.Most), new("known", n => n.Known), new("provinces", n => n.Provinces),
        new("stated", n => n.Stated), new("growth", n => n.Growth), new("known_in_both", n => n.KnownInBoth),
    ];

    /// <summary><c>GET national?indicator=&amp;year=</c>: sum, mean, median, coverage and growth, period by period.</summary>
    [Function(nameof(GetNational))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "national")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.National,
            async parameters =>
            {
                var format = Formats.Choose(request, parameters, Formats.Json, Formats.Csv);
                var columns = format == Formats.Csv ? FieldSelection.Columns(parameters, Columns) : [];
                var json = format == Formats.Json ? FieldSelection.Json<NationalAnswer>(parameters) : StoredJson.Options;
                var (mark, years) = (parameters.IsOn("bom"), parameters.Years());
                var national = new List<NationalAnswer>();
                foreach (var code in Named(parameters)) national.AddRange(await FiguresAsync(code, years, cancellationToken));
                return format == Formats.Csv ? CsvAnswer.Of(columns, national, mark, "national.csv") : Answers.Json(new NationalListAnswer(national), json);
            },
            cancellationToken);

    async Task<IReadOnlyList<NationalAnswer>> FiguresAsync(string code, YearRanges years, CancellationToken cancellationToken)
    {
        var adds = SeriesRules.AddsUp(IndicatorCatalogue.Default.Find(code));
        var sections = (await series.SectionsAsync(code, Math.Max(Period.FirstYear, years.First - 1), years.Last, cancellationToken)).ToDictionary(s => s.Period);
        return
        [
            .. sections.Values.Where(s => years.Contains(s.Period.Year)).OrderBy(s => s.Period)
                .Select(s => NationalAnswer.Of(code, NationalFigures.Of(s, PeriodOrder.YearBefore(s.Period) is { } before ? sections.GetValueOrDefault(before) : null, adds))),
        ];
    }

    /// <summary><c>GET growth?indicator=&amp;from=&amp;to=&amp;province=</c>: the steady yearly growth between two years, for each province and for all that are known in both.</summary>
    [Function("GetGrowth")]
    public Task<IResult> Growth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "growth")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.Growth,
            async parameters =>
            {
                var (from, to) = (Year(parameters, "from"), Year(parameters, "to"));
                if (to <= from) throw new ParameterException("to", parameters.Text("to"), "a year after 'from'");
                var provinces = parameters.Provinces();
                var growth = new List<GrowthAnswer>();
                foreach (var code in Named(parameters)) growth.Add(await GrowthAsync(code, from, to, provinces, cancellationToken));
                return Answers.Json(new GrowthListAnswer(growth));
            },
            cancellationToken);

    async Task<GrowthAnswer> GrowthAsync(string code, int from, int to, IReadOnlyList<string> provinces, CancellationToken cancellationToken)
    {
        var adds = SeriesRules.AddsUp(IndicatorCatalogue.Default.Find(code));
        var sections = await series.SectionsAsync(code, from, to, cancellationToken);
        var (first, last) = (Of(sections, from), Of(sections, to));
        var pairs = last.Ranked.Select(f => (f.Place, Last: f.Value, First: Before(f, last.Period, first, adds))).ToList();
        var asked = pairs.Where(p => provinces.Count == 0 || provinces.Contains(p.Place, StringComparer.Ordinal))
            .Select(p => new ProvinceGrowth(p.Place, p.First, p.Last, p.First is { } start ? CompoundGrowth.PerYear(start, p.Last, to - from) : null));
        var known = pairs.Where(p => p.First is not null).Select(p => (First: p.First!.Value, p.Last)).ToList();
        return new GrowthAnswer(code, from, to, last.Unit, [.. asked], adds && known.Count > 0 ? Together(known, to - from) : null);
    }

    static GrowthTogether Together(IReadOnlyList<(decimal First, decimal Last)> pairs, int years)
    {
        var (first, last) = (pairs.Sum(p => p.First), pairs.Sum(p => p.Last));
        return new GrowthTogether(pairs.Count, first, last, CompoundGrowth.PerYear(first, last, years));
    }

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

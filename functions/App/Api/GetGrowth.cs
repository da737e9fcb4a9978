using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>How figures grew over years.</summary>
public sealed class GetGrowth(ApiGate gate, SeriesTable series)
{
    /// <summary>A row a province; last in each indicator one of all that are known in both years, which has no province.</summary>
    internal static readonly IReadOnlyList<Column<(GrowthAnswer Growth, ProvinceGrowth? One)>> Columns =
    [
        new("indicator", r => r.Growth.Indicator),
        new("indicator_name", r => IndicatorCatalogue.Default.Find(r.Growth.Indicator)?.NameVi),
        new("from", r => r.Growth.From),
        new("to", r => r.Growth.To),
        new("unit", r => r.Growth.Unit?.Code),
        new("province", r => r.One?.Province),
        new("province_name", r => r.One is { } one ? ProvinceNames.Of(one.Province) : null),
        new("provinces", r => r.One is null ? r.Growth.Together!.Provinces : 1),
        new("first", r => r.One is { } one ? one.First : r.Growth.Together!.First),
        new("last", r => r.One is { } one ? one.Last : r.Growth.Together!.Last),
        new("per_year", r => r.One is { } one ? one.PerYear : r.Growth.Together!.PerYear),
    ];

    /// <summary><c>GET growth?indicator=&amp;from=&amp;to=&amp;province=</c>: the steady yearly growth between two years, for each province and for all that are known in both.</summary>
    [Function(nameof(GetGrowth))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "growth")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.Growth,
            async parameters =>
            {
                var (from, to) = (Year(parameters, "from"), Year(parameters, "to"));
                if (to <= from) throw new ParameterException("to", parameters.Text("to"), "a year after 'from'");
                var provinces = parameters.Provinces();
                var form = TableForm<(GrowthAnswer Growth, ProvinceGrowth? One)>.Of<ProvinceGrowth>(request, parameters, Columns, "growth.csv", "indicator", "from", "to", "unit", "together");
                var growth = new List<GrowthAnswer>();
                foreach (var code in parameters.NamedIndicators()) growth.Add(await GrowthAsync(code, from, to, provinces, cancellationToken));
                return form.Answer(growth.SelectMany(Rows), () => new GrowthListAnswer(growth));
            },
            cancellationToken);

    static IEnumerable<(GrowthAnswer Growth, ProvinceGrowth? One)> Rows(GrowthAnswer growth)
    {
        foreach (var one in growth.Provinces) yield return (growth, one);
        if (growth.Together is not null) yield return (growth, null);
    }

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

    static int Year(Parameters parameters, string name)
    {
        var years = YearRanges.Parse(parameters.Text(name), name);
        return !years.IsAny && years.First == years.Last ? years.First : throw new ParameterException(name, parameters.Text(name), "one year from 1945 to 2100");
    }
}

/// <summary>The answer of <c>GET growth</c>.</summary>
/// <param name="Growth">In the order of the indicators asked for.</param>
public sealed record GrowthListAnswer(IReadOnlyList<GrowthAnswer> Growth);

/// <summary>How an indicator grew between two years.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="From">The first year, 1945 to 2100.</param>
/// <param name="To">The last year, after the first.</param>
/// <param name="Unit">The unit of the values; null where nothing is known of the last year.</param>
/// <param name="Provinces">The provinces that have a value in the last year.</param>
/// <param name="Together">All that are known in both years together; null where figures do not add up.</param>
public sealed record GrowthAnswer(string Indicator, int From, int To, Unit? Unit, IReadOnlyList<ProvinceGrowth> Provinces, GrowthTogether? Together);

/// <summary>How a province grew.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>.</param>
/// <param name="First">The value in the first year, of a province formed later the sum of its parts; null where it is not known.</param>
/// <param name="Last">The value in the last year, in the unit.</param>
/// <param name="PerYear">The steady growth a year in per cent that leads from one to the other; null where there is none.</param>
public sealed record ProvinceGrowth(string Province, decimal? First, decimal Last, decimal? PerYear);

/// <summary>How the provinces grew that are known in both years.</summary>
/// <param name="Provinces">How many provinces they are.</param>
/// <param name="First">Their sum in the first year, in the unit.</param>
/// <param name="Last">Their sum in the last year, in the unit.</param>
/// <param name="PerYear">The steady growth a year in per cent that leads from one to the other.</param>
public sealed record GrowthTogether(int Provinces, decimal First, decimal Last, decimal? PerYear);

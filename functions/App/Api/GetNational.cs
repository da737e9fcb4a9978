using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What all provinces make together.</summary>
public sealed class GetNational(ApiGate gate, SeriesTable series)
{
    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<NationalAnswer>> Columns =
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
                var form = TableForm<NationalAnswer>.Of<NationalAnswer>(request, parameters, Columns, "national.csv");
                var years = parameters.Years();
                var national = new List<NationalAnswer>();
                foreach (var code in parameters.NamedIndicators()) national.AddRange(await FiguresAsync(code, years, cancellationToken));
                return form.Answer(national, () => new NationalListAnswer(national));
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
}

/// <summary>The answer of <c>GET national</c>.</summary>
/// <param name="National">In the order of the indicators asked for, and of periods.</param>
public sealed record NationalListAnswer(IReadOnlyList<NationalAnswer> National);

/// <summary>What all provinces make together in one indicator and period.</summary>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What the figures are of.</param>
/// <param name="Unit">The unit of the figures; null where no province has one.</param>
/// <param name="Sum">The sum of the provinces known, in the unit; null where figures do not add up, as shares and ranks.</param>
/// <param name="Mean">The mean of the provinces known, each counted once, to six decimals.</param>
/// <param name="Median">The middle figure, or the mean of the two in the middle.</param>
/// <param name="Least">The least figure of a province.</param>
/// <param name="Most">The greatest figure of a province.</param>
/// <param name="Known">How many provinces have a figure, from 0.</param>
/// <param name="Provinces">How many provinces there are in the period: 63 before July 2025, 34 since.</param>
/// <param name="Stated">What documents state of the whole country, beside the computed sum; null where none does.</param>
/// <param name="Growth">The growth against the year before in per cent, of the provinces known in both years together.</param>
/// <param name="KnownInBoth">How many provinces the growth is of.</param>
public sealed record NationalAnswer(
    string Indicator, Period Period, Unit? Unit, decimal? Sum, decimal? Mean, decimal? Median, decimal? Least, decimal? Most, int Known, int Provinces,
    decimal? Stated, decimal? Growth, int KnownInBoth)
{
    /// <summary>The figures of an indicator.</summary>
    public static NationalAnswer Of(string indicator, NationalFigures f) => new(
        indicator, f.Period, f.Unit, f.Sum, f.Mean, f.Median, f.Least, f.Most, f.Known, f.Provinces, f.Stated, f.Growth, f.KnownInBoth);
}

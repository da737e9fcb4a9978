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

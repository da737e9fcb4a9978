using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>The changes.</summary>
public sealed class GetDeltas(ApiGate gate, SeriesTable series)
{
    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<DeltaAnswer>> Columns =
    [
        new("province", d => d.Province),
        new("province_name", d => ProvinceNames.Of(d.Province)),
        new("indicator", d => d.Indicator),
        new("indicator_name", d => IndicatorCatalogue.Default.Find(d.Indicator)?.NameVi),
        new("period", d => d.Period.ToString()),
        new("kind", d => Words.Of(d.Kind)),
        new("value", d => d.Value),
        new("unit", d => d.Unit?.Code),
        new("basis", d => d.Basis?.ToString()),
        new("absolute", d => d.Absolute),
        new("relative", d => d.Relative),
        new("points", d => d.Points),
        new("reported", d => string.Join("; ", d.Reported.Select(r => FormattableString.Invariant($"{r.Value} {r.Unit.Code}")))),
        new("verdict", d => Words.Of(d.Verdict)),
        new("document", d => d.Document),
        new("basis_value", d => d.BasisValue),
        new("attainment", d => d.Attainment),
        new("break", d => Words.Of(d.Break)),
        new("implied_previous", d => d.ImpliedPrevious),
        new("correction", d => d.Correction?.Id),
    ];

    /// <summary><c>GET deltas</c>: against the previous year; with <c>basis=all</c> also against other periods and the plan.</summary>
    [Function(nameof(GetDeltas))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "deltas")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            SeriesOperations.Deltas,
            async parameters =>
            {
                var question = SeriesQuestion.From(parameters);
                var verdicts = parameters.Choices<Verdict>("verdict");
                var all = parameters.Word("basis", "previous", "all") == "all";
                var form = TableForm<DeltaAnswer>.Of<DeltaAnswer>(request, parameters, Columns, "deltas.csv");
                var points = await question.AnswerAsync(series, cancellationToken);
                var deltas = points.SelectMany(p => DeltaAnswer.Of(p, all)).Where(d => verdicts.Count == 0 || verdicts.Contains(d.Verdict)).ToList();
                return form.Answer(deltas, () => new DeltasAnswer(deltas));
            },
            cancellationToken);
}

/// <summary>The answer of <c>GET deltas</c>.</summary>
/// <param name="Deltas">Ordered by province, indicator, kind and period.</param>
public sealed record DeltasAnswer(IReadOnlyList<DeltaAnswer> Deltas);

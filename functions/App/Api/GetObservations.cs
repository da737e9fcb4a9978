using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>Every source of one number.</summary>
public sealed class GetObservations(ApiGate gate, ObservationTable observations, SeriesTable series, CorrectionTable corrections)
{
    /// <summary>The columns of observations, and what the series and corrections make of each.</summary>
    internal static readonly IReadOnlyList<Column<ObservationAnswer>> Columns =
    [
        .. ExportObservations.Columns, new("chosen", o => o.Chosen is { } chosen ? chosen ? "true" : "false" : null),
        new("correction", o => o.Correction?.Id), new("corrected_value", o => o.CorrectedValue),
    ];

    /// <summary><c>GET observations/{province}/{indicator}/{period}</c>; a span of years has a slash of its own.</summary>
    [Function(nameof(GetObservations))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "observations/{province}/{indicator}/{*period}")] HttpRequest request,
        string province,
        string indicator,
        string period,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            SeriesOperations.Observations,
            async parameters =>
            {
                var form = TableForm<ObservationAnswer>.Of<ObservationAnswer>(request, parameters, Columns, "sources.csv", "province", "indicator", "period");
                var key = new SeriesKey(Parameters.Province(province), Parameters.Indicator(indicator));
                var asked = Parameters.PeriodOf(period);
                var chosen = new HashSet<(string Document, int Ordinal)>();
                await foreach (var point in series.QueryAsync(key.Indicator, key.Province, asked.Year, asked.Year, cancellationToken))
                    if (point.Period == asked && point.Chosen is { } taken) chosen.Add((taken.Document, taken.Ordinal));
                var set = await corrections.SetAsync(cancellationToken);
                var found = new List<ObservationAnswer>();
                await foreach (var record in observations.OfNumberAsync(key, asked, cancellationToken))
                    found.Add(ObservationAnswer.Of(record, set) with { Chosen = chosen.Contains((record.Document, record.Ordinal)) });
                // What corrections moved here from another indicator.
                foreach (var source in set.SourcesOf(key.Province, key.Indicator))
                    await foreach (var record in observations.OfNumberAsync(key with { Indicator = source }, asked, cancellationToken))
                        if (set.Moves(SeriesAssembler.CandidateOf(record), key.Indicator))
                            found.Add(ObservationAnswer.Of(record, set) with { Chosen = chosen.Contains((record.Document, record.Ordinal)) });
                return form.Answer(found, () => new ObservationsAnswer(key.Province, key.Indicator, asked, found));
            },
            cancellationToken);
}

/// <summary>The answer of <c>GET observations/…</c>.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>; <c>viet-nam</c> is the whole country.</param>
/// <param name="Indicator">The code of the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="Period">What the number is of.</param>
/// <param name="Observations">Every source, ordered by kind, document and place in it.</param>
public sealed record ObservationsAnswer(string Province, string Indicator, Period Period, IReadOnlyList<ObservationAnswer> Observations);

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>Everything that the documents state, as one long table.</summary>
public sealed class ExportObservations(ApiGate gate, ObservationTable observations)
{
    /// <summary>The answer is sent in pieces of about this many bytes.</summary>
    const int Piece = 64 * 1024;

    /// <summary>The columns of observations wherever they are given as a table.</summary>
    internal static readonly IReadOnlyList<Column<ObservationAnswer>> Columns =
    [
        new("province", o => o.Province),
        new("indicator", o => o.Indicator),
        new("label", o => o.Label),
        new("period", o => o.Period?.ToString()),
        new("kind", o => Words.Of(o.Kind)),
        new("value", o => o.Value),
        new("unit", o => o.Unit?.Code),
        new("total", o => o.Total),
        new("qualifier", o => Words.Of(o.Qualifier)),
        new("comparisons", o => o.Comparisons.Count == 0 ? null : StoredJson.Write(o.Comparisons)),
        new("document", o => o.Document),
        new("document_name", o => o.DocumentName),
        new("ordinal", o => o.Ordinal),
        new("source_start", o => o.Source.Start),
        new("source_end", o => o.Source.End),
        new("source_text", o => o.Source.Text),
        new("sentence_start", o => o.Sentence.Start),
        new("sentence_end", o => o.Sentence.End),
        new("sentence_text", o => o.Sentence.Text),
    ];

    /// <summary><c>GET export</c>: CSV, or one JSON object a line.</summary>
    [Function(nameof(ExportObservations))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "export")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            CatalogueOperations.Export,
            parameters =>
            {
                var format = Formats.Choose(request, parameters, Formats.Csv, Formats.JsonLines);
                var wish = Wish.From(parameters);
                if (format == Formats.Csv)
                    return Task.FromResult(CsvAnswer.Of(FieldSelection.Columns(parameters, Columns), Rows, parameters.IsOn("bom"), "observations.csv"));
                var json = FieldSelection.Json<ObservationAnswer>(parameters);
                return Task.FromResult(Answers.Stream(MediaTypes.JsonLines, (body, token) => WriteLinesAsync(Rows(token), body, json, token)) with { Headers = [CsvAnswer.Saved("observations.ndjson")] });

                IAsyncEnumerable<ObservationAnswer> Rows(CancellationToken token) => RowsAsync(wish, token);
            },
            cancellationToken);

    async IAsyncEnumerable<ObservationAnswer> RowsAsync(Wish wish, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (province, indicator) in wish.Reads)
            await foreach (var record in observations.AllAsync(province, indicator, wish.Years.IsAny ? null : (wish.Years.First, wish.Years.Last), cancellationToken))
                if (wish.Wants(record)) yield return ObservationAnswer.Of(record);
    }

    static async Task WriteLinesAsync(IAsyncEnumerable<ObservationAnswer> rows, Stream body, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        using var piece = new MemoryStream(2 * Piece);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            JsonSerializer.Serialize(piece, row, options);
            piece.WriteByte((byte)'\n');
            if (piece.Length < Piece) continue;
            await SendAsync();
        }
        await SendAsync();

        async Task SendAsync()
        {
            await body.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellationToken);
            piece.SetLength(0);
        }
    }

    /// <summary>Which observations are wanted.</summary>
    sealed record Wish(IReadOnlyList<string> Provinces, IReadOnlyList<string> Indicators, YearRanges Years, IReadOnlyList<Kind> Kinds)
    {
        public static Wish From(Parameters parameters) =>
            new(parameters.Provinces(), parameters.Indicators(), parameters.Years(), parameters.Choices<Kind>("kind"));

        /// <summary>The stretches of the table to go through, in the order of its keys.</summary>
        public IEnumerable<(string? Province, string? Indicator)> Reads => Provinces.Count == 0
            ? [(null, null)]
            : Provinces.Order(StringComparer.Ordinal).SelectMany(p => Indicators.Count == 0
                ? [((string?)p, (string?)null)]
                : Indicators.Order(StringComparer.Ordinal).Select(i => ((string?)p, (string?)i)));

        public bool Wants(ObservationRecord record) =>
            (Indicators.Count == 0 || (record.Observation.Indicator is { } indicator && Indicators.Contains(indicator, StringComparer.Ordinal)))
            && (Years.IsAny || (record.Observation.Period is { } period && Years.Contains(period.Year)))
            && (Kinds.Count == 0 || Kinds.Contains(record.Observation.Kind));
    }
}

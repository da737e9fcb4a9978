using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Known slips of sources, put right by people.</summary>
public sealed class CorrectionRoutes(ApiGate gate, CorrectionTable corrections)
{
    const int MostBytes = 32_768;

    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<CorrectionAnswer>> Columns =
    [
        new("id", c => c.Id), new("status", c => c.Status), new("document", c => c.Document), new("province", c => c.Province), new("indicator", c => c.Indicator),
        new("period", c => c.Period.ToString()), new("kind", c => Words.Of(c.Kind)), new("expect_value", c => c.Expect.Value), new("expect_unit", c => c.Expect.Unit?.Code),
        new("set_value", c => c.Set?.Value), new("set_unit", c => c.Set?.Unit?.Code), new("set_indicator", c => c.Set?.Indicator), new("drop", c => c.Drop ? "true" : "false"),
        new("reason", c => c.Reason), new("author", c => c.Author), new("date", c => c.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new("origin", c => c.Origin),
        new("applied", c => c.Applied), new("failure", c => c.Failure),
    ];

    /// <summary><c>GET corrections</c>: every correction in force, with what became of it.</summary>
    [Function("GetCorrections")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "corrections")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.Corrections,
            async parameters =>
            {
                var wanted = parameters.Word("status", "waiting", "applied", "failed");
                var form = TableForm<CorrectionAnswer>.Of<CorrectionAnswer>(request, parameters, Columns, "corrections.csv");
                var (all, statuses) = await corrections.AllAsync(cancellationToken);
                var answers = all.Select(c => CorrectionAnswer.Of(c, statuses.GetValueOrDefault(c.Correction.Id))).Where(a => wanted is null || a.Status == wanted);
                return form.Answer(answers, () => new CorrectionsAnswer([.. answers]));
            },
            cancellationToken);

    /// <summary><c>PUT corrections/{id}</c>: makes or replaces a correction; the next run applies it.</summary>
    [Function("PutCorrection")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.Prefix + "corrections/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.PutCorrection,
            async _ =>
            {
                try
                {
                    var correction = (await FormAsync(request, cancellationToken)).Read(id, isOfRepository: false);
                    await corrections.SaveAsync(correction, cancellationToken);
                    return Answers.Json(CorrectionAnswer.Of(correction, null), StatusCodes.Status202Accepted);
                }
                catch (FormatException e)
                {
                    throw NotAllowed(e.Message, e);
                }
            },
            cancellationToken);

    /// <summary><c>DELETE corrections/{id}</c>: removes a correction made by request; the next run shows the figure as stated.</summary>
    [Function("DeleteCorrection")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Routes.Prefix + "corrections/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            AnalysisOperations.DeleteCorrection,
            async _ =>
            {
                if (!CorrectionForm.IsId(id)) throw NotAllowed("id: write 1 to 80 of a to z, 0 to 9, '-' and '.'.");
                var (all, _) = await corrections.AllAsync(cancellationToken);
                var found = all.FirstOrDefault(c => c.Correction.Id == id)
                    ?? throw Refused(id, StatusCodes.Status404NotFound, "There is no such correction", "No correction has this id. GET /api/v1/corrections lists them.");
                if (found.IsOfRepository)
                    throw Refused(id, StatusCodes.Status409Conflict, "The correction is part of the program",
                        "It stands in corrections.json. Remove it there, or PUT one of the same id in its place.");
                await corrections.DeleteAsync(id, cancellationToken);
                return new Answer { Status = StatusCodes.Status204NoContent };
            },
            cancellationToken);

    static async Task<CorrectionForm> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new ReceivedStream(RequestBody.Open(request), MostBytes, expected: null);
        try
        {
            return await JsonSerializer.DeserializeAsync<CorrectionForm>(body, StoredJson.Options, cancellationToken)
                ?? throw new FormatException("body: write the correction as a JSON object.");
        }
        catch (InvalidDataException e) when (body.IsExceeded)
        {
            throw new FormatException("body: it is longer than 32768 bytes.", e);
        }
        catch (JsonException e)
        {
            throw new FormatException($"body: it is not the JSON of a correction{(e.Path is { Length: > 0 } path ? $" at {path}" : "")}.", e);
        }
    }

    static ProblemException NotAllowed(string message, Exception? cause = null)
    {
        var end = message.IndexOf(':', StringComparison.Ordinal);
        return new ProblemException(new ProblemAnswer
        {
            Title = "The correction is not allowed", Status = StatusCodes.Status400BadRequest, Detail = message[(end + 2)..], Parameter = message[..end],
        }, cause);
    }

    static ProblemException Refused(string id, int status, string title, string detail) =>
        new(new ProblemAnswer { Title = title, Status = status, Detail = detail, Parameter = "id", Value = id });
}

/// <summary>The answer of <c>GET corrections</c>.</summary>
/// <param name="Corrections">Every correction in force.</param>
public sealed record CorrectionsAnswer(IReadOnlyList<CorrectionAnswer> Corrections);

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Known slips of sources, put right by people.</summary>
public sealed class CorrectionRoutes(CorrectionTable corrections)
{
    const int MostBytes = 32_768;

    /// <summary><c>GET corrections</c>: every correction in force, with what became of it.</summary>
    [Function("GetCorrections")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "corrections")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "status");
            var wanted = parameters.Word("status", "waiting", "applied", "failed");
            var (all, statuses) = await corrections.AllAsync(cancellationToken);
            var answers = all.Select(c => CorrectionAnswer.Of(c, statuses.GetValueOrDefault(c.Correction.Id))).Where(a => wanted is null || a.Status == wanted);
            return Answers.Json(new { corrections = answers.ToList() });
        });

    /// <summary><c>PUT corrections/{id}</c>: makes or replaces a correction; the next run applies it.</summary>
    [Function("PutCorrection")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.Prefix + "corrections/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            StoredCorrection correction;
            try
            {
                correction = (await FormAsync(request, cancellationToken)).Read(id, isOfRepository: false);
            }
            catch (FormatException e)
            {
                return NotAllowed(e.Message);
            }
            await corrections.SaveAsync(correction, cancellationToken);
            return Answers.Json(CorrectionAnswer.Of(correction, null), StatusCodes.Status202Accepted);
        });

    /// <summary><c>DELETE corrections/{id}</c>: removes a correction made by request; the next run shows the figure as stated.</summary>
    [Function("DeleteCorrection")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Routes.Prefix + "corrections/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            if (!CorrectionForm.IsId(id)) return NotAllowed("id: write 1 to 80 of a to z, 0 to 9, '-' and '.'.");
            var (all, _) = await corrections.AllAsync(cancellationToken);
            if (all.FirstOrDefault(c => c.Correction.Id == id) is not { } found)
                return Answers.Problem(StatusCodes.Status404NotFound, "There is no such correction", "No correction has this id. GET /api/v1/corrections lists them.",
                    new() { ["parameter"] = "id", ["value"] = id });
            if (found.IsOfRepository)
                return Answers.Problem(StatusCodes.Status409Conflict, "The correction is part of the program",
                    "It stands in corrections.json. Remove it there, or PUT one of the same id in its place.", new() { ["parameter"] = "id", ["value"] = id });
            await corrections.DeleteAsync(id, cancellationToken);
            return Results.NoContent();
        });

    static async Task<CorrectionForm> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new CappedStream(request.Body, MostBytes);
        try
        {
            return await JsonSerializer.DeserializeAsync<CorrectionForm>(body, StoredJson.Options, cancellationToken)
                ?? throw new FormatException("body: write the correction as a JSON object.");
        }
        catch (InvalidDataException) when (body.IsExceeded)
        {
            throw new FormatException("body: it is longer than 32768 bytes.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"body: it is not the JSON of a correction{(e.Path is { Length: > 0 } path ? $" at {path}" : "")}.", e);
        }
    }

    static IResult NotAllowed(string message)
    {
        var end = message.IndexOf(':', StringComparison.Ordinal);
        return Answers.Problem(StatusCodes.Status400BadRequest, "The correction is not allowed", message[(end + 2)..], new() { ["parameter"] = message[..end] });
    }
}

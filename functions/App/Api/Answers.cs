using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Answers in JSON, and errors as problem+json (RFC 9457).</summary>
public static class Answers
{
    static readonly JsonSerializerOptions Options = StoredJson.Options;

    /// <summary>Answers with what the handler gives, or with 400 where a parameter is not allowed.</summary>
    public static async Task<IResult> Of(Func<Task<IResult>> handler)
    {
        try
        {
            return await handler();
        }
        catch (ParameterException e)
        {
            return Problem(StatusCodes.Status400BadRequest, "A parameter is not allowed", e.Message, new()
            {
                ["parameter"] = e.Parameter,
                ["value"] = e.Value,
                ["allowed"] = e.Allowed,
                ["nearest"] = e.Nearest,
            });
        }
    }

    /// <summary>The value as JSON.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, "application/json; charset=utf-8", status);

    /// <summary>An error.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What sort of error it is; the same for all of its sort.</param>
    /// <param name="detail">What happened here and what to do.</param>
    /// <param name="more">Further members.</param>
    public static IResult Problem(int status, string title, string detail, Dictionary<string, object?>? more = null)
    {
        var problem = new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = title, ["status"] = status, ["detail"] = detail };
        foreach (var (name, value) in more ?? [])
            if (value is not null) problem[name] = value;
        return Results.Json(problem, Options, "application/problem+json", status);
    }

    /// <summary>404 for a document.</summary>
    public static IResult NoDocument(string id) => Problem(
        StatusCodes.Status404NotFound, "There is no such document", "No document has this id. GET /api/v1/documents lists them.", new() { ["parameter"] = "id", ["value"] = id });
}

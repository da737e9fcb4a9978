using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Answers in JSON, and errors as problem+json (RFC 9457).</summary>
public static class Answers
{
    const string Utf8 = "; charset=utf-8";

    /// <summary>The value as JSON.</summary>
    public static Answer Json<T>(T value, int status = StatusCodes.Status200OK) => Json(value, StoredJson.Options, status);

    /// <summary>The value as JSON of some fields.</summary>
    public static Answer Json<T>(T value, JsonSerializerOptions options, int status = StatusCodes.Status200OK) =>
        new() { Status = status, ContentType = MediaTypes.Json + Utf8, Bytes = JsonSerializer.SerializeToUtf8Bytes(value, options) };

    /// <summary>Text in UTF-8 that is at hand.</summary>
    public static Answer Text(ReadOnlyMemory<byte> bytes, string mediaType) => new() { ContentType = mediaType + Utf8, Bytes = bytes };

    /// <summary>Text in UTF-8 that is written as it comes.</summary>
    public static Answer Stream(string mediaType, Func<Stream, CancellationToken, Task> write) => new() { ContentType = mediaType + Utf8, WriteAsync = write };

    /// <summary>An error.</summary>
    public static Answer Problem(ProblemAnswer problem) => new()
    {
        Status = problem.Status,
        ContentType = MediaTypes.Problem,
        Bytes = JsonSerializer.SerializeToUtf8Bytes(problem, ProblemOptions),
    };

    /// <summary>400 for a parameter.</summary>
    public static Answer Problem(ParameterException e) => Problem(new ProblemAnswer
    {
        Title = "A parameter is not allowed",
        Status = StatusCodes.Status400BadRequest,
        Detail = e.Message,
        Parameter = e.Parameter,
        Value = e.Value,
        Allowed = e.Allowed,
        Nearest = e.Nearest,
    });

    /// <summary>404 for a document.</summary>
    public static ProblemException NoDocument(string id) => new(new ProblemAnswer
    {
        Title = "There is no such document",
        Status = StatusCodes.Status404NotFound,
        Detail = "No document has this id. GET /api/v1/documents lists them.",
        Parameter = "id",
        Value = id,
    });

    static readonly JsonSerializerOptions ProblemOptions = new(StoredJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}

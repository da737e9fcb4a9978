using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Primitives;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>What a request can be answered with.</summary>
sealed class Answers
{
    [Function("Item")]
    public static IResult Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{name=nobody}")] HttpRequest request, int id, string name) =>
        Results.Text($"{(id + 1).ToString(CultureInfo.InvariantCulture)} {name} {request.Query["q"]}");

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "typed/{yes:bool}/{id:guid}/{number:double}/{optional:long?}")] HttpRequest request, bool yes, Guid id, double number, long? optional) =>
        Results.Text(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {yes} {id} {number} {optional}"));

    [Function("ByName")]
    public static IResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "put", "post")] HttpRequest request) => Results.Text($"by name {request.Method}");

    [Function("Echo")]
    public static async Task<IResult> EchoAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "echo/{**path}")] HttpRequest request, string path)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Json(new
        {
            method = request.Method,
            path,
            requestPath = request.Path.Value,
            caller = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
            query = request.QueryString.Value,
            body = await reader.ReadToEndAsync(),
            headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        });
    }

    [Function("Status")]
    public static void Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/{code:int}")] HttpRequest request, int code)
    {
        var response = request.HttpContext.Response;
        response.StatusCode = code;
        response.Headers.ETag = "\"1\"";
        response.Headers.Append("X-Of-Function", new StringValues(["one", "two"]));
    }

    [Function("Upload")]
    public static async Task<IResult> UploadAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "upload")] HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[64 * 1024], 0L);
        while (await request.Body.ReadAsync(buffer) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            length += count;
        }
        return Results.Text($"{length.ToString(CultureInfo.InvariantCulture)} {Convert.ToHexString(hash.GetHashAndReset())}");
    }

    /// <summary>Three pieces, with pauses between them.</summary>
    [Function("Pieces")]
    public static async Task PiecesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pieces")] HttpRequest request)
    {
        for (var piece = 1; piece <= 3; piece++)
        {
            await request.HttpContext.Response.WriteAsync(piece.ToString(CultureInfo.InvariantCulture));
            await request.HttpContext.Response.Body.FlushAsync();
            await Task.Delay(300);
            if (request.Query.ContainsKey("breaks")) throw new InvalidOperationException("It breaks off.");
        }
    }

    [Function("Throwing")]
    public static IResult Throwing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throwing")] HttpRequest request) =>
        throw new InvalidOperationException($"The function threw at {request.Path}.");

    [Function("Patient")]
    public static Task PatientAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "patient")] HttpRequest request, CancellationToken cancelled) =>
        Seen.UntilCancelledAsync("patient", cancelled);

    [Function("Stubborn")]
    public static Task StubbornAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stubborn")] HttpRequest request) => Seen.StubbornlyAsync("stubborn");

    [Function("Dying")]
    public static void Dying([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dying")] HttpRequest request)
    {
        Console.Error.WriteLine("The last words.");
        Environment.Exit(3);
    }

    [Function("EnvironmentOfWorker")]
    public static IActionResult EnvironmentOfWorker([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "environment")] HttpRequest request) =>
        new OkObjectResult(Environment.GetEnvironmentVariables());
}

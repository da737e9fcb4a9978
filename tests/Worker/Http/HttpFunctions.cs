using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Http;

public sealed class Answers
{
    [Function("Item")]
    public IActionResult Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{name?}")] HttpRequest request, int id, string? name) =>
        new ContentResult { Content = string.Create(CultureInfo.InvariantCulture, $"{id + 1} {name ?? "nobody"} {request.Query["q"]}") };

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "typed/{flag:bool}/{id:guid}/{amount:decimal}/{big:long?}")] HttpRequest request,
        bool flag, Guid id, decimal amount, long big = 7) =>
        Results.Text(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {flag} {id} {amount} {big}"));

    [Function("ByName")]
    public async Task<IResult> ByNameAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", "put")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Json(new { body = await reader.ReadToEndAsync() });
    }

    [Function("Object")]
    public ValueTask<IActionResult> ObjectAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "object")] HttpRequest request) =>
        new(new ObjectResult(new { Province = "Sóc Trăng" }) { StatusCode = StatusCodes.Status201Created });

    [Function("Written")]
    public async Task WrittenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "written")] HttpRequest request, FunctionContext context)
    {
        var response = context.GetHttpContext()!.Response;
        response.Headers["X-Function"] = context.FunctionDefinition.Name;
        await response.WriteAsync("written", context.CancellationToken);
    }

    [Function("Throwing")]
    public IActionResult Throwing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throwing")] HttpRequest request) =>
        throw new InvalidOperationException("The secret reason.");

    [Function("Upload")]
    public async Task<IResult> UploadAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "documents/{*name}")] HttpRequest request, string name, CancellationToken cancellation)
    {
        var before = GC.GetTotalMemory(forceFullCollection: false);
        var buffer = new byte[81920];
        long length = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            length += read;
        return Results.Json(new { name, length, grew = GC.GetTotalMemory(forceFullCollection: true) - before });
    }
}

public sealed class HomePage
{
    [Function("Home")]
    public IActionResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        new ContentResult { Content = "home" };
}

public sealed class Patient(Seen seen)
{
    [Function("Patient")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "patient")] HttpRequest request, CancellationToken cancellation)
    {
        seen.Add("began");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            seen.Add("cancelled");
        }

        return Results.Ok();
    }
}

public sealed class Locked
{
    [Function("Open")]
    public IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "open")] HttpRequest request) => new OkResult();

    [Function("Mine")]
    public IActionResult Mine([HttpTrigger(AuthorizationLevel.Function, "get", Route = "mine")] HttpRequest request) => new OkResult();

    [Function("Other")]
    public IActionResult Other([HttpTrigger(AuthorizationLevel.Function, "get", Route = "other")] HttpRequest request) => new OkResult();

    [Function("Administrator")]
    public IActionResult Administrator([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "administrator")] HttpRequest request) => new OkResult();

    [Function("Unsaid")]
    public IActionResult Unsaid([HttpTrigger("get", Route = "unsaid")] HttpRequest request) => new OkResult();

    [Function("Defaulted")]
    public IActionResult Defaulted([HttpTrigger(Route = "defaulted")] HttpRequest request) => new OkResult();
}

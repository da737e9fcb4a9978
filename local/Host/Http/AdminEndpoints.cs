using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Triggers;
using ServerlessIct.Local.Host.Worker;

namespace ServerlessIct.Local.Host.Http;

/// <summary>What the real host has under <c>/admin</c> and <c>/runtime</c>, as far as an app and who runs it use it. All of it needs the master key where keys are asked for.</summary>
sealed partial class AdminEndpoints(IReadOnlyList<HostedFunction> functions, TriggerListeners listeners, WorkerSupervisor workers, WebHooks webHooks, KeyCheck keys, string hostId, ILogger log)
{
    const int LongestInput = 64 * 1024;

    readonly Stopwatch uptime = Stopwatch.StartNew();

    /// <summary>Maps them before all routes of functions.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map("admin/host/ping", () => Results.Ok()).WithOrder(-1);
        endpoints.MapGet("admin/host/status", http => ForMasterAsync(http, StatusAsync)).WithOrder(-1);
        endpoints.MapGet("admin/functions", http => ForMasterAsync(http, ListAsync)).WithOrder(-1);
        endpoints.MapPost("admin/functions/{name}", http => ForMasterAsync(http, RunAsync)).WithOrder(-1);
        endpoints.Map("runtime/webhooks/{extension}", WebHookAsync).WithOrder(-1);
    }

    Task WebHookAsync(HttpContext http)
    {
        var extension = (string)http.GetRouteValue("extension")!;
        return ForKeyAsync(http, extension.Equals("blobs", StringComparison.OrdinalIgnoreCase), h => webHooks.AnswerAsync(h, extension));
    }

    Task ForMasterAsync(HttpContext http, RequestDelegate answer) => ForKeyAsync(http, isWebHookOfBlobs: false, answer);

    Task ForKeyAsync(HttpContext http, bool isWebHookOfBlobs, RequestDelegate answer)
    {
        if (keys.Refusal(http.Request, isWebHookOfBlobs) is not { } status) return answer(http);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    Task StatusAsync(HttpContext http) => http.Response.WriteAsJsonAsync(new
    {
        id = hostId,
        state = workers.Worker is null ? "Error" : "Running",
        version = typeof(AdminEndpoints).Assembly.GetName().Version?.ToString(),
        processUptime = uptime.ElapsedMilliseconds,
        workerProcessId = workers.Worker?.Process.Id,
        errors = workers.Worker is null ? (string[])["The worker process has ended and is being started again; the log says why it ended."] : [],
    }, http.RequestAborted);

    Task ListAsync(HttpContext http) => http.Response.WriteAsJsonAsync(functions.Select(f => new { name = f.Name, isDisabled = f.IsDisabled, trigger = f.Trigger }), http.RequestAborted);

    /// <summary>202 as soon as the function is called, as the real host: how it ends is in the log.</summary>
    async Task RunAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        if (functions.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } function)
        {
            await Problem.AnswerAsync(http, StatusCodes.Status404NotFound, $"There is no function of this name; there are {string.Join(", ", functions.Where(f => !f.IsHttp).Select(f => f.Name))}.");
            return;
        }
        if (function.IsHttp)
        {
            await Problem.AnswerAsync(http, StatusCodes.Status400BadRequest, $"{function.Name} is run by requests to its route, not from here.");
            return;
        }
        string? input;
        try
        {
            input = await InputAsync(http.Request);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            await Problem.AnswerAsync(http, StatusCodes.Status400BadRequest, "The body must be a JSON object with a text of at most 64 KiB: {\"input\": \"a message, or container/blob\"}.");
            return;
        }
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        _ = CallAsync(function, input);
    }

    async Task CallAsync(HostedFunction function, string? input)
    {
        try
        {
            await listeners.CallAsync(function, input, CancellationToken.None);
        }
        // Nobody waits for it: whatever it is, it goes to the log.
        catch (Exception e)
        {
            LogFailed(function.Name, e.GetBaseException().Message);
        }
    }

    static async Task<string?> InputAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
            if (body.Length > LongestInput) throw new InvalidDataException("The body is too long.");
        }
        if (body.Length == 0) return null;
        using var json = JsonDocument.Parse(body.ToArray());
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("The body is no object.");
        return json.RootElement.TryGetProperty("input", out var input) ? input.ValueKind == JsonValueKind.String ? input.GetString() : input.GetRawText() : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}, run by hand, failed: {Reason}")]
    partial void LogFailed(string function, string reason);
}

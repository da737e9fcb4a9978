using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Blobs;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Queues;
using ServerlessIct.Local.Worker.Storage;
using ServerlessIct.Local.Worker.Timers;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>The host's own addresses below <c>/admin</c>: its state, and any function run by hand.</summary>
sealed class AdminEndpoints(
    FunctionCatalog functions, FunctionKeys keys, FunctionRunner runner, StorageConnections storage, LocalSettings local,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILoggerFactory loggers)
{
    const long MostInputBytes = 1_048_576;

    readonly ILogger _log = loggers.CreateLogger("Host.Administration");
    readonly long _started = clock.GetTimestamp();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("admin/host/status", (RequestDelegate)StatusAsync);
        routes.MapPost("admin/functions/{name}", (RequestDelegate)RunAsync);
    }

    async Task StatusAsync(HttpContext http)
    {
        if (!keys.AdmitsAdministration(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await http.Response.WriteAsJsonAsync(
            new
            {
                id = local.HostId,
                state = lifetime.ApplicationStopping.IsCancellationRequested ? "Stopping" : "Running",
                version = typeof(AdminEndpoints).Assembly.GetName().Version?.ToString(),
                processUptime = (long)clock.GetElapsedTime(_started).TotalMilliseconds,
                functions = functions.All.Select(f => new { name = f.Name, trigger = f.Trigger.Kind }),
            },
            http.RequestAborted);
    }

    async Task RunAsync(HttpContext http)
    {
        if (!keys.AdmitsAdministration(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!functions.TryFindByName((string)http.GetRouteValue("name")!, out var function))
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, "There is no function of that name.");
            return;
        }

        var (input, mistake) = await InputOfAsync(http.Request);
        if (mistake is not null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, mistake);
            return;
        }

        await BeginAsync(http, function, input);
    }

    async Task BeginAsync(HttpContext http, FunctionDescriptor function, string? input)
    {
        switch (function.Trigger)
        {
            case TimerTrigger:
                Begin(function, new TriggerEvent(new TimerInfo(), TriggerEvent.NoData));
                break;
            case QueueTrigger:
                Begin(function, QueueTrigger.EventFor(MessageOf(input ?? "")));
                break;
            case BlobTrigger trigger:
                var blob = BlobOf(trigger, input);
                if (blob is null || !await blob.ExistsAsync(http.RequestAborted))
                {
                    await RefuseAsync(http, StatusCodes.Status400BadRequest, "The input of a blob function is the path container/name of a blob that is there.");
                    return;
                }

                var properties = await blob.GetPropertiesAsync(cancellationToken: http.RequestAborted);
                Begin(function, trigger.EventFor(blob, properties));
                break;
            default:
                await RefuseAsync(http, StatusCodes.Status400BadRequest, "An HTTP function is run by a request to its own route.");
                return;
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>Starts a run that nobody waits for. It is logged like any other and cancelled when the host stops.</summary>
    void Begin(FunctionDescriptor function, TriggerEvent trigger)
    {
        _log.LogInformation("{Function} is run by hand", function.Name);
        _ = runner.RunAsync(function, trigger, CancellationToken.None).ContinueWith(
            static run => _ = run.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    BlobClient? BlobOf(BlobTrigger trigger, string? path) =>
        path?.Split('/', 2) is [{ Length: > 0 } container, { Length: > 0 } name]
            ? storage.Blobs(trigger.Connection).GetBlobContainerClient(container).GetBlobClient(name)
            : null;

    static QueueMessage MessageOf(string body) =>
        QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), popReceipt: "", BinaryData.FromString(body), dequeueCount: 1);

    static async Task<(string? Input, string? Mistake)> InputOfAsync(HttpRequest request)
    {
        const string shape = "The body is a JSON object like {\"input\": \"text\"}, or empty.";
        RequestBody.Limit(request.HttpContext, MostInputBytes);
        try
        {
            using var body = new StreamReader(request.Body);
            var text = await body.ReadToEndAsync(request.HttpContext.RequestAborted);
            if (string.IsNullOrWhiteSpace(text))
                return (null, null);
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
                return (null, shape);
            return json.RootElement.TryGetProperty("input", out var input)
                ? (input.ValueKind is JsonValueKind.Null ? null : input.ToString(), null)
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, shape);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.Message);
        }
    }

    static async Task RefuseAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(sentence, http.RequestAborted);
    }
}

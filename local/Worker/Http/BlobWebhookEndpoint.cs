using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServerlessIct.Local.Worker.Blobs;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>Where Event Grid posts what happened to blobs: <c>/runtime/webhooks/blobs?functionName=Host.Functions.NAME</c>.</summary>
sealed class BlobWebhookEndpoint(BlobListener blobs, FunctionKeys keys)
{
    /// <summary>Event Grid sends at most 1 MB at a time.</summary>
    const long MostBytes = 1_048_576;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("runtime/webhooks/blobs", (RequestDelegate)TakeAsync);

    async Task TakeAsync(HttpContext http)
    {
        if (!keys.AdmitsEvents(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        RequestBody.Limit(http, MostBytes);
        BlobEvents events;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            events = BlobEvents.Parse(body.RootElement);
        }
        catch (JsonException e)
        {
            await AnswerAsync(http, StatusCodes.Status400BadRequest, "The body is not a list of Event Grid events: " + e.Message);
            return;
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(http, e.StatusCode, e.Message);
            return;
        }

        var function = http.Request.Query["functionName"].ToString();
        if (!await blobs.TakeEventsAsync(function, events, http.RequestAborted))
            await AnswerAsync(http, StatusCodes.Status404NotFound, "The query functionName=Host.Functions.NAME names no blob function.");
        else if (events.ValidationCode is { } code)
            await http.Response.WriteAsJsonAsync(new { validationResponse = code }, http.RequestAborted);
        else
            http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    static async Task AnswerAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(sentence, http.RequestAborted);
    }
}

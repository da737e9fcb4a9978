using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServerlessIct.App.Api;

/// <summary>
/// Reads bodies of requests, also those that nobody wants. The Functions host forwards a request to the app over HTTP/1.1 and looks for the answer
/// only when it has sent the whole body: an answer that leaves it unread reaches the caller as a fault of the host, 500, and through other
/// proxies as 502.
/// </summary>
static class RequestBody
{
    /// <summary>The host lets no longer body through by default: 100 MiB. A longer one is left to the server, which closes the connection.</summary>
    const long MostDrained = 100 * 1024 * 1024;

    const int Piece = 64 * 1024;

    /// <summary>A body that takes longer is left unread: its sender is not told why it was refused.</summary>
    static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(2);

    static readonly object Opened = new();

    /// <summary>The body for reading. The server's own limit of its size is lifted: who reads it knows how much may be read.</summary>
    public static Stream Open(HttpRequest request)
    {
        request.HttpContext.Items[Opened] = true;
        return Unlimited(request);
    }

    /// <summary>Reads the rest of the body, up to 100 MiB and two minutes, and forgets it; to be called before the request is answered.</summary>
    public static async Task DrainAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return;
        if (request.ContentLength > MostDrained || IsHeldBack(request)) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestDrain);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var body = Unlimited(request);
            for (var left = MostDrained; left > 0;)
            {
                var count = await body.ReadAsync(buffer, limit.Token);
                if (count == 0) return;
                left -= count;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The sender is gone, sends no HTTP, or too slowly; whoever still listens gets the answer.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the sender waits for leave to send the body (RFC 9110, 10.1.1): the first read would give it, an answer spares it.</summary>
    static bool IsHeldBack(HttpRequest request) =>
        !request.HttpContext.Items.ContainsKey(Opened) && request.Headers.Expect.ToString().Equals("100-continue", StringComparison.OrdinalIgnoreCase);

    static Stream Unlimited(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        return request.Body;
    }
}

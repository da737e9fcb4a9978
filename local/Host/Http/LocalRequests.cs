using System.Net;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.Local.Host.Http;

/// <summary>
/// What keeps pages of other sites, which run in a browser on the same machine, away from a host that asks for no keys: requests must name this
/// machine as their host, and what changes something or administers must not come from a page of another origin.
/// </summary>
sealed class LocalRequests(RequestDelegate next, bool hasKeys)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsThisMachine(http.Request.Host.Host))
            return Problem.AnswerAsync(http, StatusCodes.Status400BadRequest, $"This host answers to localhost only, and was asked as '{Shortened(http.Request.Host.Host)}'.");
        if (!hasKeys && IsProtected(http.Request) && IsForeign(http.Request))
            return Problem.AnswerAsync(http, StatusCodes.Status403Forbidden,
                "Without keys, pages of other origins may only read. Start the host with keys and send one, or send the request from a program instead of a page.");
        return next(http);
    }

    static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    static bool IsProtected(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/runtime", StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs send no Origin; a page of this host sends its own.</summary>
    static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    static string Shortened(string text) => text.Length > 100 ? text[..100] + "…" : text;
}

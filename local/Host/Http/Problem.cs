using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.Local.Host.Http;

/// <summary>What the host itself answers where something is wrong: application/problem+json (RFC 9457).</summary>
static class Problem
{
    /// <summary>Answers a request, unless an answer has begun.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What is wrong and what to do, a sentence or two.</param>
    /// <param name="retryAfter">After how many seconds to try again; null where that is of no use.</param>
    public static Task AnswerAsync(HttpContext http, int status, string detail, int? retryAfter = null)
    {
        if (http.Response.HasStarted) return Task.CompletedTask;
        http.Response.Clear();
        if (retryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(detail, statusCode: status).ExecuteAsync(http);
    }
}

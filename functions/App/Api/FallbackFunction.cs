using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;

namespace ServerlessIct.App.Api;

/// <summary>Requests that nothing else answers: browsers that ask before they send, other methods, and addresses that do not exist.</summary>
public sealed class FallbackFunction
{
    /// <summary>
    /// The Functions host tries the routes in the alphabetical order of the functions' names and takes the first that matches, whatever comes
    /// after it. The route of this function matches everything, so its name must sort behind those of all other HTTP functions.
    /// </summary>
    internal const string Name = "UnmatchedRequest";

    const string Reads = "GET, HEAD, OPTIONS";

    /// <summary>204 to OPTIONS; 405 with what is allowed, or 404 with what is nearest, to anything else.</summary>
    [Function(Name)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Routes.Prefix + "{*path}")] HttpRequest request, string? path, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        await RequestBody.DrainAsync(request, cancellationToken);
        // The prefix itself has no path below it.
        return AnswerTo(request, path ?? "");
    }

    static Answer AnswerTo(HttpRequest request, string path)
    {
        var methods = MethodsOf(path);
        if (methods.Length == 0) return NotFound(path);
        var allow = ("Allow", string.Join(", ", methods));
        if (!HttpMethods.IsOptions(request.Method))
        {
            return Answers.Problem(new ProblemAnswer
            {
                Title = "This address does not take this method",
                Status = StatusCodes.Status405MethodNotAllowed,
                Detail = $"It takes {allow.Item2}.",
                Value = Parameters.Shortened(request.Method),
                Allowed = allow.Item2,
            }) with { Headers = [allow] };
        }
        return new Answer
        {
            Status = StatusCodes.Status204NoContent,
            Headers =
            [
                allow,
                // Pages of other sites may read and nothing else.
                ("Access-Control-Allow-Methods", Reads),
                ("Access-Control-Allow-Headers", $"{ReaderKeys.Header}, If-None-Match"),
                ("Access-Control-Max-Age", "86400"),
            ],
        };
    }

    static Answer NotFound(string path)
    {
        var routes = Operations.All.Select(o => o.Route.Replace("{*", "{", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var first = SpellingSuggestion.For(path.Split('/')[0], routes.Select(r => r.Split('/')[0]));
        return Answers.Problem(new ProblemAnswer
        {
            Title = "There is no such address",
            Status = StatusCodes.Status404NotFound,
            Detail = $"GET /{Routes.Prefix}openapi.json lists what there is.",
            Value = Parameters.Shortened(path),
            Allowed = string.Join(", ", routes),
            Nearest = routes.Find(r => r.Split('/')[0] == first),
        });
    }

    static string[] MethodsOf(string path)
    {
        var methods = Operations.All.Where(o => Fits(o.Route.Split('/'), path.Split('/'))).Select(o => o.Method.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (methods.Contains("GET", StringComparer.Ordinal)) methods.Add("HEAD");
        if (methods.Count > 0) methods.Add("OPTIONS");
        return [.. methods.Order(StringComparer.Ordinal)];
    }

    static bool Fits(string[] route, string[] path)
    {
        for (var i = 0; i < route.Length; i++)
        {
            if (i >= path.Length || path[i].Length == 0) return false;
            if (route[i].StartsWith("{*", StringComparison.Ordinal)) return true;
            if (!route[i].StartsWith('{') && !route[i].Equals(path[i], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return route.Length == path.Length;
    }
}

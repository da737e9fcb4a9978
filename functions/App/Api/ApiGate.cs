using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Operation = ServerlessIct.App.Api.Description.Operation;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>
/// What every request passes: who asks and how often, whether its parameters are known, whether the client has the answer already; and what
/// every answer gets: its version, what caches may do, and the form of an error.
/// </summary>
public sealed partial class ApiGate(ReaderKeys readers, CallerIdentity callers, GcraRateLimiter rates, ContentVersion content, ILogger<ApiGate> log)
{
    /// <summary>Another build of the app may answer otherwise.</summary>
    static readonly string Program = typeof(ApiGate).Module.ModuleVersionId.ToString("N");

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">What it is.</param>
    /// <param name="handler">Gives the answer to parameters whose names are known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult> AnswerAsync(
        HttpRequest request, Operation operation, Func<Parameters, Task<Answer>> handler, CancellationToken cancellationToken)
    {
        Share(request);
        var answer = await TryAnswerAsync(request, operation, handler, cancellationToken);
        await RequestBody.DrainAsync(request, cancellationToken);
        return answer;
    }

    async Task<IResult> TryAnswerAsync(
        HttpRequest request, Operation operation, Func<Parameters, Task<Answer>> handler, CancellationToken cancellationToken)
    {
        try
        {
            if (Refusal(request, operation) is { } refusal) return refusal;
            var parameters = new Parameters(request.Query, operation);
            var version = await VersionAsync(request, operation, cancellationToken);
            if (version is not null && HasAlready(request, version, orAny: false)) return NotModified(operation, version);
            return Finished(request, operation, await handler(parameters), version);
        }
        catch (ParameterException e)
        {
            return Answers.Problem(e);
        }
        catch (ProblemException e)
        {
            return Answers.Problem(e.Problem);
        }
        catch (Exception e) when (IsBusy(e))
        {
            LogBusy(e, operation.Id);
            return Answers.Problem(new ProblemAnswer
            {
                Title = "The storage does not answer", Status = StatusCodes.Status503ServiceUnavailable, Detail = "Try again in a few seconds.",
            }) with { Headers = [("Retry-After", "5")] };
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadHttpRequestException)
        {
            LogFault(e, operation.Id);
            return Answers.Problem(new ProblemAnswer
            {
                Title = "The app has a fault", Status = StatusCodes.Status500InternalServerError, Detail = "It is in the log. The same request will meet it again.",
            });
        }
    }

    /// <summary>Any page may read what this caller may read: no cookie lends a right here.</summary>
    static void Share(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Location, Retry-After, Content-Disposition, Link";
        headers.Vary = "Accept, Accept-Encoding, x-functions-key";
    }

    Answer? Refusal(HttpRequest request, Operation operation)
    {
        var name = readers.NameOf(request);
        if (operation.Access == Access.Read && !readers.IsPublic && name is null)
        {
            return Answers.Problem(new ProblemAnswer
            {
                Title = "A key is needed",
                Status = StatusCodes.Status401Unauthorized,
                Detail = $"Send a key in the header {ReaderKeys.Header}, or as ?{ReaderKeys.Query}=. Whoever runs this service gives them out.",
            }) with { Headers = [("WWW-Authenticate", "ApiKey realm=\"ServerlessIct\"")] };
        }
        if (operation.Access == Access.Open || rates.Wait(callers.Of(request, operation, name)) is not { } wait) return null;
        return Answers.Problem(new ProblemAnswer
        {
            Title = "Too many requests",
            Status = StatusCodes.Status429TooManyRequests,
            Detail = "Come again after the seconds that the header Retry-After says.",
            Allowed = string.Create(CultureInfo.InvariantCulture, $"{rates.PerMinute} requests a minute"),
        }) with { Headers = [("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))] };
    }

    async ValueTask<string?> VersionAsync(HttpRequest request, Operation operation, CancellationToken cancellationToken)
    {
        if (operation.Freshness is not (Freshness.Program or Freshness.Series)) return null;
        var version = operation.Freshness == Freshness.Series ? await content.CurrentAsync(cancellationToken) : "";
        var asked = request.Query.Where(q => !q.Key.Equals(ReaderKeys.Query, StringComparison.OrdinalIgnoreCase))
            .OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}");
        var parts = string.Join('\n', (IEnumerable<string>)[Program, version, request.Path, request.Headers.Accept.ToString(), .. asked]);
        return WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 16));
    }

    Answer Finished(HttpRequest request, Operation operation, Answer answer, string? version)
    {
        if (answer.Status is not StatusCodes.Status200OK || operation.Freshness == Freshness.None) return answer;
        var own = version ?? answer.Version ?? (answer.WriteAsync is null ? answer.HashOfBytes() : null);
        if (own is not null && HasAlready(request, own, orAny: true)) return NotModified(operation, own) with { Release = answer.Release };
        return answer with { Version = own, CacheControl = CacheControl(operation) };
    }

    Answer NotModified(Operation operation, string version) =>
        new() { Status = StatusCodes.Status304NotModified, Version = version, CacheControl = CacheControl(operation) };

    /// <summary>A cache keeps the answer and asks each time whether it still holds, which costs this service next to nothing.</summary>
    string CacheControl(Operation operation) => readers.IsPublic || operation.Access == Access.Open ? "public, no-cache" : "private, no-cache";

    /// <param name="request">The request.</param>
    /// <param name="version">The version of the answer.</param>
    /// <param name="orAny">Whether <c>*</c> is meant too: only once it is known that there is an answer.</param>
    static bool HasAlready(HttpRequest request, string version, bool orAny)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (!EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)) return false;
        var own = new EntityTagHeaderValue($"\"{version}\"", isWeak: true);
        return known.Any(k => (orAny && k.Equals(EntityTagHeaderValue.Any)) || k.Compare(own, useStrongComparison: false));
    }

    static bool IsBusy(Exception e) => e switch
    {
        RequestFailedException { Status: 0 or 408 or 409 or 412 or 429 or >= 500 } => true,
        AggregateException many => many.InnerExceptions.All(IsBusy),
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Operation}: the storage does not answer.")]
    partial void LogBusy(Exception fault, string operation);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Operation} failed.")]
    partial void LogFault(Exception fault, string operation);
}

static class Routes
{
    public const string Prefix = "api/v1/";
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServerlessIct.App.Api;

/// <summary>Which form an answer takes: by the parameter <c>format</c>, else by the header Accept, else the first that there is.</summary>
public static class Formats
{
    /// <summary>The words of <c>format</c>.</summary>
    public const string Json = "json", Csv = "csv", JsonStat = "json-stat", JsonLines = "ndjson";

    /// <summary>The type of body that a word stands for.</summary>
    public static string MediaTypeOf(string format) => format switch
    {
        Csv => MediaTypes.Csv,
        JsonStat => MediaTypes.JsonStat,
        JsonLines => MediaTypes.JsonLines,
        _ => MediaTypes.Json,
    };

    /// <summary>The form of the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="offered">What there is, what is given unasked first.</param>
    /// <exception cref="ProblemException">406: Accept allows none of them.</exception>
    public static string Choose(HttpRequest request, Parameters parameters, params ReadOnlySpan<string> offered)
    {
        string[] words = [.. offered];
        if (parameters.Word("format", words) is { } asked) return asked;
        if (!MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var accepted) || accepted.Count == 0) return words[0];
        var best = words.Select((word, place) => (Word: word, Place: place, Quality: Quality(accepted, word)))
            .Where(w => w.Quality > 0).OrderByDescending(w => w.Quality).ThenBy(w => w.Place).FirstOrDefault();
        return best.Word ?? throw new ProblemException(new ProblemAnswer
        {
            Title = "The header Accept allows none of the formats",
            Status = StatusCodes.Status406NotAcceptable,
            Detail = "Leave the header out, name one of the allowed types in it, or say ?format=" + string.Join(" or ", words) + ".",
            Parameter = "Accept",
            Value = Parameters.Shortened(request.Headers.Accept.ToString()),
            Allowed = string.Join(", ", words.Select(MediaTypeOf)),
        });
    }

    /// <summary>The type to call JSON-stat by: its own where Accept names it, else JSON, which browsers show.</summary>
    public static string JsonStatType(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(MediaTypes.JsonStat, StringComparison.OrdinalIgnoreCase) ? MediaTypes.JsonStat : MediaTypes.Json;

    /// <summary>The quality of the most specific range that matches.</summary>
    static double Quality(IList<MediaTypeHeaderValue> accepted, string word)
    {
        var type = new MediaTypeHeaderValue(MediaTypeOf(word));
        return accepted.Where(a => a.MatchesMediaType(type.MediaType)).OrderBy(a => a.MatchesAllTypes ? 2 : a.MatchesAllSubTypes ? 1 : 0)
            .Select(a => a.Quality ?? 1).FirstOrDefault(0);
    }
}

/// <summary>The types of bodies.</summary>
public static class MediaTypes
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Tables as text (RFC 4180).</summary>
    public const string Csv = "text/csv";

    /// <summary>JSON-stat 2.0.</summary>
    public const string JsonStat = "application/vnd.json-stat+json";

    /// <summary>One JSON object a line.</summary>
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Errors (RFC 9457).</summary>
    public const string Problem = "application/problem+json";

    /// <summary>Text.</summary>
    public const string Text = "text/plain";

    /// <summary>Bytes of any kind.</summary>
    public const string Bytes = "application/octet-stream";
}

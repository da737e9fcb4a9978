using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Azure.Data.Tables.Transport;

/// <summary>Reads code and sentence from an answer <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
sealed partial class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Shared { get; } = new();

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Error(response)
            ?? (response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null);
        if (error is null) return false;
        // The failing action of a transaction is named at the start of the sentence: "3:The update condition …".
        var match = Index().Match(error.Message ?? "");
        if (match.Success) data = new Dictionary<string, string>(StringComparer.Ordinal) { [TableTransactionFailedException.IndexKey] = match.Groups["index"].Value };
        return true;
    }

    static ResponseError? Error(Response response)
    {
        if (response.ContentStream is not { CanSeek: true } stream || stream.Length == 0) return null;
        stream.Position = 0;
        try
        {
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("odata.error", out var error)) return null;
            return new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    [GeneratedRegex(@"^(?<index>\d{1,3}):", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}

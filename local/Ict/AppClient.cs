using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace ServerlessIct.Local.Ict;

/// <summary>The app's HTTP API as the command line needs it. Faults that pass are retried.</summary>
sealed class AppClient : IDisposable
{
    static readonly ResiliencePipeline<HttpResponseMessage> Patience = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(250),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => Passes(response.StatusCode)),
        })
        .Build();

    readonly HttpClient http;

    public AppClient(Uri endpoint, string? key)
    {
        http = new HttpClient { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(2) };
        if (!string.IsNullOrEmpty(key)) http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    /// <summary>Uploads one file under its name.</summary>
    public async Task<UploadAnswer> PutAsync(ReportFile report, CancellationToken stop)
    {
        var address = "api/v1/documents/" + string.Join('/', report.Name.Split('/').Select(Uri.EscapeDataString));
        try
        {
            using var response = await Patience.ExecuteAsync(async token =>
            {
                using var content = new StreamContent(File.OpenRead(report.Path));
                return await http.PutAsync(address, content, token);
            }, stop);
            var status = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase}");
            if (response.IsSuccessStatusCode) return new UploadAnswer(true, status);
            return new UploadAnswer(false, $"{status}: {await ReasonAsync(response, stop)}");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return new UploadAnswer(false, $"failed: {problem.Message}");
        }
    }

    /// <summary>The answer to GET as it was sent.</summary>
    /// <exception cref="HttpRequestException">The answer is not a success.</exception>
    public async Task<string> GetTextAsync(string address, CancellationToken stop)
    {
        using var response = await Patience.ExecuteAsync(async token => await http.GetAsync(address, token), stop);
        if (response.IsSuccessStatusCode) return await response.Content.ReadAsStringAsync(stop);
        var reason = await ReasonAsync(response, stop);
        throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture,
            $"{http.BaseAddress}{address} answered {(int)response.StatusCode}: {reason}"), null, response.StatusCode);
    }

    /// <summary>Every document that the app knows, page by page.</summary>
    public async IAsyncEnumerable<DocumentState> DocumentsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        string? next = null;
        do
        {
            using var page = JsonDocument.Parse(
                await GetTextAsync("api/v1/documents?limit=500" + (next is null ? "" : $"&next={Uri.EscapeDataString(next)}"), stop));
            foreach (var document in page.RootElement.GetProperty("documents").EnumerateArray())
                yield return new DocumentState(
                    document.GetProperty("name").GetString()!,
                    document.GetProperty("status").GetString()!,
                    document.TryGetProperty("error", out var error) ? error.GetString() : null);
            next = page.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);
    }

    /// <summary>Runs a function by hand, as a timer would; returns once the host has accepted it.</summary>
    /// <exception cref="HttpRequestException">The host refused.</exception>
    public async Task RunFunctionAsync(string name, CancellationToken stop)
    {
        using var response = await Patience.ExecuteAsync(async token =>
        {
            using var input = new StringContent("{\"input\":\"\"}", System.Text.Encoding.UTF8, "application/json");
            return await http.PostAsync($"admin/functions/{name}", input, token);
        }, stop);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Whether the app says that it and its storage are well.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync("api/v1/health", stop);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    static bool Passes(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>The sentence of a problem+json answer; the body's beginning where it is none.</summary>
    static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken stop)
    {
        const int Most = 500;
        var body = await response.Content.ReadAsStringAsync(stop);
        try
        {
            using var problem = JsonDocument.Parse(body);
            foreach (var name in (string[])["detail", "title"])
                if (problem.RootElement.ValueKind == JsonValueKind.Object
                    && problem.RootElement.TryGetProperty(name, out var text) && text.GetString() is { Length: > 0 } sentence) return sentence;
        }
        catch (JsonException)
        {
            // Not JSON: shown as it is.
        }
        return body.Length > Most ? body[..Most] : body;
    }
}

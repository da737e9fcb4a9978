using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using ServerlessIct.EndToEnd.Tests.Conformance;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The app as a user with a key sees it, and the container beside it.</summary>
public sealed class Api : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly AccessKeys keys;
    readonly HttpClient http;
    readonly AppClient administrator;
    readonly BlobContainerClient? articles;

    public Api(LocalSystem system)
        : this(system.Endpoint, system.Keys!, system.StorageConnection)
    {
    }

    /// <param name="endpoint">Where the app listens.</param>
    /// <param name="keys">The keys that it asks for.</param>
    /// <param name="storage">The connection string of its storage; null where nothing is dropped into it.</param>
    public Api(Uri endpoint, AccessKeys keys, string? storage)
    {
        this.keys = keys;
        http = new HttpClient(new DescribedAnswers(endpoint)) { BaseAddress = endpoint };
        administrator = new AppClient(endpoint, keys.Master);
        articles = storage is null ? null : new BlobContainerClient(storage, "articles");
    }

    /// <summary>The container that documents are dropped into.</summary>
    public BlobContainerClient Articles => articles ?? throw new InvalidOperationException("No storage was given.");

    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    /// <summary>Uploads through the API; the caller looks at the answer.</summary>
    public Task<HttpResponseMessage> PutAsync(string name, byte[] content) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Put, "api/v1/documents/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)))
        {
            Content = new ByteArrayContent(content),
        });

    /// <summary>Sends a request, with a key unless it has one or should have none; its answer is held to the description.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool withKey = true)
    {
        if (withKey && !request.Headers.Contains("x-functions-key")) request.Headers.Add("x-functions-key", keys.Default);
        return http.SendAsync(request);
    }

    /// <summary>Puts a blob into the container, past the API.</summary>
    public Task DropAsync(string name, byte[] content) => Articles.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    /// <summary>The document's record once nothing more will happen to it.</summary>
    public async Task<JsonElement> FinishedAsync(string name)
    {
        JsonElement found = default;
        await UntilAsync($"{name} is finished", async () =>
        {
            foreach (var document in await DocumentsAsync())
                if (document.GetProperty("name").GetString() == name && IsFinished(document))
                {
                    found = document;
                    return true;
                }
            return false;
        });
        return found;
    }

    public async Task<List<JsonElement>> DocumentsAsync()
    {
        var documents = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = await GetAsync("api/v1/documents?limit=100" + (next is null ? "" : $"&next={next}"));
            documents.AddRange(page.GetProperty("documents").EnumerateArray());
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);
        return documents;
    }

    /// <summary>The observations of a document, one line of JSON each, in a fixed order.</summary>
    public async Task<List<string>> ObservationsAsync(JsonElement document)
    {
        var record = await GetAsync($"api/v1/documents/{document.GetProperty("id").GetString()}");
        return [.. record.GetProperty("observations").EnumerateArray().Select(o => o.GetRawText()).Order(StringComparer.Ordinal)];
    }

    public async Task ComputeDeltasAsync()
    {
        var before = await LastAggregationAsync();
        await RunFunctionAsync("ComputeDeltas");
        await UntilAsync("the deltas are computed", async () => await LastAggregationAsync() is var last && last != before && last != "");
    }

    /// <summary>Has a function run that is not run by requests; returns once the host has accepted it.</summary>
    public Task RunFunctionAsync(string name) => administrator.RunFunctionAsync(name, CancellationToken.None);

    /// <summary>The id of a document: the first 16 bytes of the SHA-256 of its name.</summary>
    public static string IdOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static bool IsFinished(JsonElement document) => document.GetProperty("status").GetString() is "extracted" or "rejected" or "failed";

    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (clock.Elapsed > Patience) throw new TimeoutException(FormattableString.Invariant($"Waited {Patience.TotalSeconds} seconds in vain until {what}."));
            await Task.Delay(500);
        }
    }

    /// <summary>The id of the worker process; null while it is being started again.</summary>
    public async Task<int?> WorkerProcessAsync()
    {
        using var status = JsonDocument.Parse(await administrator.GetTextAsync("admin/host/status", CancellationToken.None));
        return status.RootElement.GetProperty("workerProcessId") is { ValueKind: JsonValueKind.Number } id ? id.GetInt32() : null;
    }

    public void Dispose()
    {
        http.Dispose();
        administrator.Dispose();
    }

    async Task<string> LastAggregationAsync() =>
        (await GetAsync("api/v1/health")).TryGetProperty("lastAggregation", out var last) && last.ValueKind != JsonValueKind.Null ? last.GetRawText() : "";
}

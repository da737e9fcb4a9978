using System.Diagnostics;
using System.Text.Json;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.EndToEnd.Tests.Conformance;

/// <summary>Programs that share no line with the app hold its answers to its description (tests/node/api.mjs). One process for all tests; it ends with them.</summary>
public sealed class ApiCheck
{
    static readonly SemaphoreSlim Turn = new(1, 1);
    static ApiCheck? shared;

    readonly Process process;

    ApiCheck(Process process) => this.process = process;

    /// <summary>The check, started on first use with the description that an app gives of itself.</summary>
    public static async Task<ApiCheck> OfAsync(Uri endpoint)
    {
        await Turn.WaitAsync();
        try
        {
            if (shared is not null) return shared;
            var npm = await NpmFolder.InstalledAsync("tests/node", "readers of OpenAPI and JSON-stat", progress: null, CancellationToken.None);
            var start = new ProcessStartInfo("node", ["api.mjs"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = npm.Path,
            };
            var check = new ApiCheck(Process.Start(start)!);
            using var http = new HttpClient { BaseAddress = endpoint };
            using var description = JsonDocument.Parse(await http.GetStringAsync("api/v1/openapi.json"));
            (await check.AskAsync(new { description = description.RootElement })).ShouldBeEmpty("the description is no OpenAPI 3.1 document");
            return shared = check;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>What is wrong with an answer of the API.</summary>
    public Task<string[]> ComplaintsAsync(string method, string path, int status, string type, string body) =>
        TakeTurnAsync(new { answer = new { method, path, status, type, body } });

    /// <summary>What is wrong with a JSON-stat dataset that should hold these points.</summary>
    public Task<string[]> ComplaintsAsync(JsonElement dataset, IEnumerable<object> points) => TakeTurnAsync(new { dataset, points });

    async Task<string[]> TakeTurnAsync(object question)
    {
        await Turn.WaitAsync();
        try
        {
            return await AskAsync(question);
        }
        finally
        {
            Turn.Release();
        }
    }

    async Task<string[]> AskAsync(object question)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
        await process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<string[]>(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The check of answers has ended."))!;
    }
}

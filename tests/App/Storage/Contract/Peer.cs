using System.Diagnostics;
using System.Text.Json.Nodes;
using ServerlessIct.App.Storage;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>Microsoft's clients for JavaScript, which share no line with those for .NET.</summary>
static class Peer
{
    /// <summary>Runs commands of @azure/data-tables (tests/node/tables.mjs says which) and gives one result each.</summary>
    public static Task<JsonArray> TablesAsync(TestApp app, params JsonNode[] commands) => RunAsync("tables.mjs", new JsonObject
    {
        ["endpoint"] = app.Get<StorageClients>().Tables.Uri.AbsoluteUri,
        ["account"] = AzuriteProcess.AccountName,
        ["key"] = AzuriteProcess.AccountKey,
        ["commands"] = new JsonArray(commands),
    });

    /// <summary>Runs commands of @azure/storage-blob (tests/node/blobs.mjs says which) on a container and gives one result each.</summary>
    public static Task<JsonArray> BlobsAsync(AzuriteFixture azurite, string container, params JsonNode[] commands) => RunAsync("blobs.mjs", new JsonObject
    {
        ["connection"] = azurite.ConnectionString,
        ["container"] = container,
        ["commands"] = new JsonArray(commands),
    });

    static async Task<JsonArray> RunAsync(string program, JsonObject input)
    {
        var npm = await NpmFolder.InstalledAsync("tests/node", "Microsoft's JavaScript clients for the tests", null, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node", [npm.File(program)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return JsonNode.Parse(await output)!.AsArray();
    }
}

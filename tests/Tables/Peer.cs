using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.Local.Tables.Tests;

/// <summary>Microsoft's own client for JavaScript, @azure/data-tables, which shares no line with ours.</summary>
static class Peer
{
    /// <summary>Runs commands (tests/node/tables.mjs says which) and gives one result each.</summary>
    public static async Task<JsonArray> RunAsync(Azurite azurite, params JsonObject[] commands)
    {
        var npm = await NpmFolder.InstalledAsync("tests/node", "Microsoft's JavaScript clients for the tests", null, CancellationToken.None);
        var start = new ProcessStartInfo("node", [npm.File("tables.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var input = new JsonObject
        {
            ["endpoint"] = azurite.Process.TableEndpoint.AbsoluteUri,
            ["account"] = AzuriteProcess.AccountName,
            ["key"] = AzuriteProcess.AccountKey,
            ["commands"] = new JsonArray([.. commands]),
        };
        await process.StandardInput.WriteAsync(input.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<JsonArray>(await output)!;
    }

    public static JsonObject Typed(string type, JsonNode value) => new() { ["type"] = type, ["value"] = value };
}

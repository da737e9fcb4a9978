using System.Diagnostics;
using System.Text.Json.Nodes;
using ServerlessIct.Local.Azurite;

[assembly: AssemblyFixture(typeof(ServerlessIct.Azure.Tests.Bicep.BicepFiles))]

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>What the Bicep files declare, read by their syntax (tests/Azure/npm/bicep.mjs says how).</summary>
public sealed class BicepFiles : IAsyncLifetime
{
    readonly Dictionary<string, JsonObject> files = new(StringComparer.Ordinal);

    /// <summary>By name without folder and ending.</summary>
    public IReadOnlyDictionary<string, JsonObject> All => files;

    public static IEnumerable<string> Paths =>
        Directory.EnumerateFiles(Repository.File("bicep"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var npm = await NpmFolder.InstalledAsync("tests/Azure/npm", "the reader of Bicep files for the tests", null, CancellationToken.None);
        foreach (var file in await DeclarationsAsync(npm, [.. Paths]))
            files.Add(Path.GetFileNameWithoutExtension(file["path"]!.GetValue<string>()), file);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static async Task<IReadOnlyList<JsonObject>> DeclarationsAsync(NpmFolder npm, params string[] paths)
    {
        var start = new ProcessStartInfo("node", [npm.File("bicep.mjs"), .. paths]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return [.. JsonNode.Parse(output)!.AsArray().Select(f => f!.AsObject())];
    }

    /// <summary>A literal as it is, an expression as it is written.</summary>
    public static string Text(JsonNode? node) => node is JsonObject expression ? expression["$"]!.GetValue<string>() : node?.GetValue<string>() ?? "";

    /// <summary>Every resource of this type, with the file that declares it; those that exist elsewhere are left out.</summary>
    public IEnumerable<(string File, JsonObject Resource)> Of(string type) =>
        from file in files
        from resource in file.Value["resources"]!.AsArray()
        where resource!["type"]!.GetValue<string>().Split('@')[0] == type && !resource["existing"]!.GetValue<bool>()
        select (file.Key, resource.AsObject());

    /// <summary>The one resource of this type.</summary>
    public JsonObject TheOne(string type) => Of(type).ShouldHaveSingleItem().Resource["body"]!.AsObject();
}

using System.Text.Json;

namespace ServerlessIct.Local.Host.Tests.Support;

/// <summary>The function app of the tests, and settings that have it run some of its functions.</summary>
static class TestApp
{
    /// <summary>What was built of it.</summary>
    public static string Folder { get; } = Output("TestApp");

    static readonly Lazy<IReadOnlyList<string>> Names = new(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "functions.metadata")));
        return [.. json.RootElement.EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
    });

    /// <summary>Copies it, for a test that changes a file of it.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The output of another project of this build.</summary>
    public static string Output(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
    }

    /// <summary>A name for a host, a queue or a container that no other test has.</summary>
    public static string NewName() => "t" + Guid.NewGuid().ToString("N")[..20];

    /// <summary>Settings with which only these functions run.</summary>
    /// <param name="storage">A connection string; null for none.</param>
    /// <param name="functions">Their names.</param>
    public static Dictionary<string, string> Settings(string? storage, params string[] functions)
    {
        foreach (var unknown in functions.Except(Names.Value)) throw new ArgumentException($"The app has no function {unknown}.", nameof(functions));
        var name = NewName();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureFunctionsWebHost__hostid"] = name,
            ["Queue"] = name,
            ["Container"] = name,
            ["Schedule"] = "0 0 0 1 1 *",
        };
        if (storage is not null) settings["AzureWebJobsStorage"] = settings["Storage"] = storage;
        foreach (var other in Names.Value.Except(functions)) settings[$"AzureWebJobs.{other}.Disabled"] = "true";
        return settings;
    }
}

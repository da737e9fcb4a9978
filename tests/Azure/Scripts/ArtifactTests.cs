using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ServerlessIct.Azure.Tests.Scripts;

/// <summary>The app's artifact: what the project says of it, and what is in it where it was made.</summary>
public sealed class ArtifactTests
{
    static XElement Project => XDocument.Load(Repository.File("functions", "App", "App.csproj")).Root!;

    [Theory]
    [InlineData("RuntimeIdentifier", "linux-x64")]
    [InlineData("SelfContained", "false")]
    [InlineData("UseAppHost", "false")]
    [InlineData("PublishReadyToRun", "true")]
    public void The_project_says_what_kind_of_artifact_it_makes(string property, string value) => Project.Descendants(property).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Fact]
    public void The_settings_of_one_machine_are_not_published()
    {
        var settings = Project.Descendants("None").Single(n => (string?)n.Attribute("Update") == "local.settings.json");
        ((string?)settings.Attribute("CopyToPublishDirectory")).ShouldBe("Never");
        Files(Made()).ShouldNotContain("local.settings.json");
    }

    [Fact]
    public void The_artifact_is_what_a_host_of_functions_asks_for()
    {
        var folder = Made();
        new[] { "host.json", "functions.metadata", "extensions.json", "worker.config.json", ".azurefunctions/function.deps.json", "ServerlessIct.App.runtimeconfig.json" }.ShouldBeSubsetOf(Files(folder));
        var worker = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "worker.config.json")))!["description"]!;
        (worker["defaultExecutablePath"]!.GetValue<string>(), worker["defaultWorkerPath"]!.GetValue<string>()).ShouldBe(("dotnet", "ServerlessIct.App.dll"));
    }

    [Fact]
    public void The_code_of_the_app_is_compiled_ahead()
    {
        using var app = new PEReader(File.OpenRead(Path.Combine(Made(), "ServerlessIct.App.dll")));
        app.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void One_script_publishes_and_the_others_call_it()
    {
        var scripts = Directory.EnumerateFiles(Repository.File("scripts")).ToDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f), StringComparer.Ordinal);
        scripts.Where(s => s.Value.Contains("dotnet publish", StringComparison.Ordinal)).ShouldHaveSingleItem().Key.ShouldBe("build.sh");
        foreach (var caller in (string[])["run.sh", "test.sh", "deploy.sh"]) scripts[caller].ShouldContain("scripts/build.sh");
    }

    [Theory]
    [InlineData("scripts/test.sh")]
    [InlineData("scripts/run.sh")]
    [InlineData("scripts/ict")]
    public void What_is_built_here_is_a_release(string script)
    {
        var text = Repository.Text(script);
        text.ShouldContain("/release/");
        text.ShouldNotContain("/debug/");
        text.Split('\n').Where(l => l.Contains("dotnet build", StringComparison.Ordinal)).ShouldAllBe(l => l.Contains("-c Release", StringComparison.Ordinal));
    }

    /// <summary>The folder that scripts/build.sh made; the test is skipped where it was not run.</summary>
    static string Made()
    {
        var folder = Repository.File("artifacts", "app");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "ServerlessIct.App.dll")), "There is no artifact. scripts/build.sh makes it.");
        return folder;
    }

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
}

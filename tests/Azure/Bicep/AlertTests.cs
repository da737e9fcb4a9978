using System.Text.RegularExpressions;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>Each alert has a query over what the app measures, and a page in the runbook.</summary>
public sealed class AlertTests(BicepFiles bicep)
{
    [Fact]
    public void Every_alert_has_its_query_and_its_page_in_the_runbook()
    {
        var text = BicepFiles.Text(bicep.All["alerts"]["text"]);
        var names = bicep.All["alerts"]["variables"]!["rules"]!.AsArray().Select(r => BicepFiles.Text(r!["name"])).ToList();
        names.ShouldBe(["poisoned-documents", "no-nightly-run", "rejection-rate", "slow-documents", "waiting-documents", "storage-retries", "failing-requests", "sweep-stopped"]);
        foreach (var name in names)
        {
            text.ShouldContain($"loadTextContent('../queries/{name}.kql')");
            Repository.Text("bicep", "queries", $"{name}.kql").ShouldContain("value =");
        }
        var runbook = Repository.Text("docs", "operations.md");
        foreach (var name in names.Concat(["undelivered-events", "storage-availability"]))
            runbook.ShouldContain($"\n### {name}\n");
    }

    [Fact]
    public void Queries_name_only_what_the_app_measures()
    {
        var measured = Regex.Matches(Repository.Text("functions", "App", "Telemetry", "Measurements.cs"), "\"(ict\\.[a-z.]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.File("bicep", "queries"), "*.kql"))
            Regex.Matches(File.ReadAllText(file), "\"(ict\\.[a-z.]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value).ShouldBeSubsetOf(measured, file);
    }

    [Fact]
    public void The_alert_on_the_night_looks_back_26_hours() => Repository.Text("bicep", "queries", "no-nightly-run.kql").ShouldContain("ago(26h)");
}

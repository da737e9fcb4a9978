using System.Text.RegularExpressions;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>What the queries of alerts and operators ask for.</summary>
public sealed partial class QueryTests
{
    public static TheoryData<string> Queries => [.. Directory.EnumerateFiles(Repository.File("bicep", "queries"), "*.kql").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_names_only_what_the_app_measures(string file)
    {
        var measured = Measurement().Matches(Repository.Text("functions", "App", "Telemetry", "Measurements.cs")).Select(m => m.Groups[1].Value);
        Measurement().Matches(Repository.Text("bicep", "queries", file)).Select(m => m.Groups[1].Value).ShouldBeSubsetOf(measured);
    }

    [Fact]
    public void The_alert_on_the_night_looks_back_26_hours() => Repository.Text("bicep", "queries", "no-nightly-run.kql").ShouldContain("ago(26h)");

    [GeneratedRegex("\"(ict\\.[a-z.]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Measurement();
}

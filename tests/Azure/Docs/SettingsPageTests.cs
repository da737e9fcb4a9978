using System.Text.RegularExpressions;
using ServerlessIct.App.Settings;

namespace ServerlessIct.Azure.Tests.Docs;

public sealed class SettingsPageTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_page_of_settings_is_what_the_code_says()
    {
        var page = SettingsPage.Render();
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(Repository.File("docs", "settings.md"), page);
        Repository.Text("docs", "settings.md").ShouldBe(page, "docs/settings.md is out of date; the page says how to make it again");
    }

    [Fact]
    public void Every_setting_that_the_code_reads_is_on_the_list()
    {
        var known = AppSettings.All.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.File("functions", "App"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var read = Regex.Matches(text, """(?:settings|Settings|[cC]onfiguration)\[(?:"([\w:]+)"|nameof\((?:\w+\.)?(\w+)\))\]""", RegexOptions.None, Limit)
                .Concat(Regex.Matches(text, "\"%(\\w+)%\"", RegexOptions.None, Limit))
                .Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value);
            read.ShouldBeSubsetOf(known, $"a setting in {Path.GetFileName(file)} is missing from AppSettings.All");
        }
    }

    [Fact]
    public void A_setting_is_listed_once_and_says_what_it_means()
    {
        AppSettings.All.Select(s => s.Name).ShouldBeUnique();
        AppSettings.All.ShouldAllBe(s => s.Meaning.Length > 10 && !s.Meaning.Contains('|'));
    }
}

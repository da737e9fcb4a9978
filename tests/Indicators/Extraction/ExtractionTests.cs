using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class ExtractionTests
{
    public static TheoryData<string, string, string[]> Examples => Load("examples.json");

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_text_states_just_these_figures(string about, string text, string[] expected)
    {
        var reading = Extractor.Read(text, new DocumentHints(Province: "soc-trang", Year: 2023));
        reading.Observations.Select(Written).ShouldBe(expected, about);
    }

    [Fact]
    public void A_speech_without_statistics_gives_none()
    {
        var speech = Path.Combine(Shared(), "gold/dev/seed-004.txt");
        Assert.SkipUnless(File.Exists(speech), "The labelled texts are not beside this checkout.");
        Extractor.Read(File.ReadAllText(speech), DocumentHints.None).Observations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("seed-001.txt")]
    [InlineData("seed-003.txt")]
    public void Page_counters_are_no_statistics(string name)
    {
        var page = Path.Combine(Shared(), "gold/dev", name);
        Assert.SkipUnless(File.Exists(page), "The labelled texts are not beside this checkout.");
        var reading = Extractor.Read(File.ReadAllText(page), DocumentHints.None);
        var footer = reading.Text.LastIndexOf("truy cập", StringComparison.Ordinal);
        reading.Observations.ShouldAllBe(o => o.Source.End < footer);
    }

    /// <summary><c>code value/total unit period target? [basis relation value unit]…</c></summary>
    static string Written(Observation o)
    {
        var value = o.Value is { } v ? Number(v) + (o.Total is { } t ? "/" + Number(t) : "") + " " + o.Unit : "-";
        var compared = o.Comparisons.Select(c => $" [{c.Basis?.ToString() ?? "?"} {c.Relation.ToString().ToLowerInvariant()} {Number(c.Value)} {c.Unit}]");
        return $"{o.Indicator ?? "?"} {value} {o.Period?.ToString() ?? "?"}{(o.Kind == Kind.Target ? " target" : "")}{string.Concat(compared)}";
    }

    static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    static TheoryData<string, string, string[]> Load(string name)
    {
        using var stream = typeof(ExtractionTests).Assembly.GetManifestResourceStream(name)!;
        var data = new TheoryData<string, string, string[]>();
        foreach (var row in JsonSerializer.Deserialize<List<Example>>(stream, JsonSerializerOptions.Web)!) data.Add(row.About, row.Text, row.Expected);
        return data;
    }

    static string Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ServerlessIct.sln"))) return Path.Combine(folder.FullName, "../shared");
        return "shared";
    }

    sealed record Example(string About, string Text, string[] Expected);
}

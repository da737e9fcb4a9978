using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class ExtractionTests
{
    public static TheoryData<string, string, string[]> Examples => ExampleTable.Load("examples.json");

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_text_states_just_these_figures(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

    public static TheoryData<string, string, string[]> Comparisons => ExampleTable.Load("comparisons.json");

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void A_comparison_is_with_just_what_the_text_says(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

    public static TheoryData<string, string, string[]> Subjects => ExampleTable.Load("subjects.json");

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_figure_is_of_the_subject_that_its_words_name(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

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

    static string Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ServerlessIct.sln"))) return Path.Combine(folder.FullName, "../shared");
        return "shared";
    }
}

using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>The tables of texts with what a careful reader finds in them.</summary>
static class ExampleTable
{
    public static TheoryData<string, string, string[]> Load(string name)
    {
        var data = new TheoryData<string, string, string[]>();
        foreach (var row in Rows(name)) data.Add(row.About, row.Text, row.Expected);
        return data;
    }

    /// <summary>A table whose rows may have hints: province, year, title, source.</summary>
    public static TheoryData<string, string, string?, string[]> LoadWithHints(string name)
    {
        var data = new TheoryData<string, string, string?, string[]>();
        foreach (var row in Rows(name)) data.Add(row.About, row.Text, row.Hints?.GetRawText(), row.Expected);
        return data;
    }

    public static void Check(string about, string text, string[] expected) => Check(about, text, null, expected);

    public static void Check(string about, string text, string? hints, string[] expected) =>
        ExampleRow.Lines(Extractor.Read(text, ExampleRow.HintsOf(hints)), expected).ShouldBe(expected, about);

    /// <summary>What a text of Sóc Trăng in 2023 states.</summary>
    public static IEnumerable<string> Lines(string text) => Extractor.Read(text, ExampleRow.HintsOf(null)).Observations.Select(ExampleRow.Line);

    public static IReadOnlyList<ExampleRow> Rows(string name)
    {
        using var stream = typeof(ExampleTable).Assembly.GetManifestResourceStream(name)!;
        return ExampleRow.Load(stream);
    }
}

using System.Text.Json;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>Each kind of number that is no statistic, with examples that need it and counter-examples that only look like it.</summary>
public class NonStatisticTests
{
    public static TheoryData<string, string, string[]> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var row in Table()) data.Add(row.Kind, row.Text, row.Expected);
            return data;
        }
    }

    public static TheoryData<string, string, string[]> Needed
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var row in Table().Where(r => r.Is)) data.Add(row.Kind, row.Text, row.Expected);
            return data;
        }
    }

    public static TheoryData<string> Kinds => [.. Language.Vietnamese.NonStatistics.All.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_number_is_left_where_it_is_of_the_kind(string kind, string text, string[] expected) => ExampleTable.Check(kind, text, expected);

    [Theory]
    [MemberData(nameof(Needed))]
    public void Without_the_kind_its_examples_are_read_otherwise(string kind, string text, string[] expected) =>
        Extractor.Read(text, ExampleRow.HintsOf(null), Language.Vietnamese with { WithoutKind = kind }).Observations.Select(ExampleRow.Line).ShouldNotBe(expected, kind);

    [Theory]
    [MemberData(nameof(Needed))]
    public void The_explanation_names_the_kind(string kind, string text, string[] expected)
    {
        _ = expected;
        Extractor.Explain(text, ExampleRow.HintsOf(null)).Explanations.ShouldContain(e => e.Interpretation == NumberInterpretation.Nothing && e.Rule.EndsWith($"({kind})", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_examples_and_counterexamples(string kind)
    {
        Table().ShouldContain(r => r.Kind == kind && r.Is);
        Table().ShouldContain(r => r.Kind == kind && !r.Is);
    }

    static List<Row> Table()
    {
        using var stream = typeof(NonStatisticTests).Assembly.GetManifestResourceStream("nonstatistics.json")!;
        return JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record Row(string Kind, bool Is, string Text, string[] Expected);
}

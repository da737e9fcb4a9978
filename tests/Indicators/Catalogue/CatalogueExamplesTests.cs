using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Tests.Extraction;

namespace ServerlessIct.Indicators.Tests.Catalogue;

public sealed class CatalogueExamplesTests
{
    static readonly IReadOnlyList<Indicator> All = IndicatorCatalogue.Default.All;

    public static TheoryData<string> Codes => [.. All.Select(i => i.Code)];

    public static TheoryData<string, string, string[]> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var indicator in All)
                foreach (var example in indicator.Examples.Concat(indicator.Counterexamples))
                    data.Add(indicator.Code, example.Text, [.. example.Expected]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_states_just_what_it_says(string code, string text, string[] expected) =>
        ExampleTable.Check(code, text, expected);

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_indicator_has_cues_examples_that_state_it_and_counterexamples_that_do_not(string code)
    {
        var indicator = IndicatorCatalogue.Default.Find(code)!;
        indicator.Cues.ShouldNotBeEmpty();
        indicator.Examples.Count.ShouldBeGreaterThanOrEqualTo(2);
        indicator.Examples.ShouldAllBe(e => e.Expected.Any(x => x.StartsWith(code + " ", StringComparison.Ordinal)));
        indicator.Counterexamples.ShouldNotBeEmpty();
        indicator.Counterexamples.ShouldAllBe(e => !e.Expected.Any(x => x.StartsWith(code + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_text_is_an_example_twice_with_different_results()
    {
        foreach (var same in All.SelectMany(i => i.Examples.Concat(i.Counterexamples)).GroupBy(e => e.Text, StringComparer.Ordinal))
            same.Select(e => string.Join('\n', e.Expected)).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, same.Key);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_values_of_examples_are_plausible(string code)
    {
        var indicator = IndicatorCatalogue.Default.Find(code)!;
        foreach (var example in indicator.Examples)
            foreach (var observation in Extractor.Read(example.Text, new DocumentHints(Province: "soc-trang", Year: 2023)).Observations)
                if (observation.Indicator == code && observation.Value is { } value) indicator.Range.Contains(value).ShouldBeTrue(example.Text);
    }
}

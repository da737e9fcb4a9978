using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class SeriesIssuesTests
{
    /// <summary>Sources as verdicts.json writes them, separated by <c>;</c>, and the issues as <c>kind period</c>.</summary>
    [Theory]
    [InlineData("count", "2022 1346; 2023 1422", "")]
    [InlineData("count", "2022 1346; 2023 1422 | 2022 change 67 count", "contradicted 2023")]
    [InlineData("%", "2023 97.5", "")]
    [InlineData("%", "2023 975", "implausible 2023")]
    [InlineData("%", "2023 97.5; 2023 975 doc=2024", "implausible 2023, disagreement 2023")]
    [InlineData("count", "2022 1000; 2023 3000", "jump 2023")]
    [InlineData("count", "2022 1000; 2023 2999", "")]
    [InlineData("count", "2022 3000; 2023 1000", "jump 2023")]
    [InlineData("count", "2022 2; 2023 9", "")]
    [InlineData("rank", "2022 40; 2023 3", "")]
    [InlineData("count", "2023 1422 doc=2023; 2023 1423 doc=2024", "disagreement 2023")]
    [InlineData("count", "2023 1422 doc=2023; 2023 1400 estimated", "")]
    [InlineData("VND", "2023 69300000000 doc=2023; 2023 69000000000 doc=2024", "")]
    [InlineData("count", "2020 100; 2023 110", "gap 2021, gap 2022")]
    [InlineData("count", "2020 100; 2021-H1 50; 2022 110", "gap 2021")]
    [InlineData("VND", "2023 2800000 unit=USD", "otherunit 2023")]
    [InlineData("count", "2025 10 in=kien-giang", "aftermerger 2025")]
    [InlineData("count", "2024 10 in=kien-giang", "")]
    [InlineData("count", "2023 100 target; 2023 500", "")]
    public void What_is_odd_is_found(string unit, string sources, string issues)
    {
        var candidates = new DeltaCase("", unit, sources.Split("; "), []).Candidates().ToList();
        var rules = new SeriesRules(Unit.Of(unit), 0, unit == "%" ? 100 : null);
        var points = SeriesBuilder.Build(candidates[0].Province, candidates[0].Indicator, candidates, rules);

        var found = SeriesIssues.Of(points, rules);

        string.Join(", ", found.Select(i => $"{i.Kind.ToString().ToLowerInvariant()} {i.Period.ToString()}")).ShouldBe(issues);
        found.ShouldAllBe(i => i.Sources.Count > 0 && i.Detail.EndsWith('.'));
    }

    [Fact]
    public void The_same_figure_twice_in_one_document_and_not_alike_is_a_duplicate()
    {
        var source = new DeltaCase("", "count", ["2023 1422"], []).Candidates().Single();
        var points = SeriesBuilder.Build(source.Province, source.Indicator, [source, source with { Value = 1423, Ordinal = 1 }]);

        var issue = SeriesIssues.Of(points, SeriesRules.None).Single();

        issue.Kind.ShouldBe(IssueKind.Duplicate);
        issue.Detail.ShouldBe("The document states the figure more than once, and not alike: 1422 is taken (Place), 1423 not.");
        issue.Sources.Select(s => s.Ordinal).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_contradiction_says_what_was_reported_and_what_the_figures_give()
    {
        var candidates = new DeltaCase("", "count", ["2022 1346", "2023 1422 | 2022 change 67 count"], []).Candidates();

        var issue = SeriesIssues.Of(SeriesBuilder.Build("soc-trang", "telecom.base_stations", candidates), SeriesRules.None).Single();

        issue.Detail.ShouldBe("Against 2022 the sources report: change 67 count; the figures give 76 (5.65 %).");
        issue.Sources.Select(s => s.Value).ShouldBe([1422m, 1346m]);
    }
}

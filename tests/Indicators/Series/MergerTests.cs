using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

/// <summary>An Giang and Kiên Giang became one province on 1 July 2025, under the slug of the former; Cao Bằng stayed as it was.</summary>
public sealed class MergerTests
{
    const string Code = "telecom.base_stations";
    static readonly SeriesRules Adds = new(Unit.Count, Adds: true);

    [Fact]
    public void The_sum_of_the_parts_stands_for_the_year_before()
    {
        var delta = Delta([Figure("2024", 1000), Figure("2025", 2100)], Adds, ("kien-giang", 900));

        (delta.Break, delta.BasisValue, delta.Absolute, delta.Verdict).ShouldBe((BreakKind.SumOfParts, 1900m, 200m, Verdict.Computed));
    }

    [Fact]
    public void A_report_is_held_against_the_sum_of_the_parts()
    {
        Delta([Figure("2024", 1000), Figure("2025", 2100, 200)], Adds, ("kien-giang", 900)).Verdict.ShouldBe(Verdict.Confirmed);
        Delta([Figure("2024", 1000), Figure("2025", 2100, 300)], Adds, ("kien-giang", 900)).Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Theory]
    [InlineData("a part is not known", null, true)]
    [InlineData("shares do not add up", 900, false)]
    public void Without_the_sum_nothing_is_compared(string why, int? part, bool adds)
    {
        (string, decimal)[] parts = part is { } value ? [("kien-giang", value)] : [];
        var delta = Delta([Figure("2024", 1000), Figure("2025", 2100, 200)], adds ? Adds : SeriesRules.None, parts);

        (delta.Break, delta.Absolute, delta.Verdict).ShouldBe((BreakKind.NotComparable, null, Verdict.Reported), why);
    }

    [Theory]
    [InlineData("2024", false)]
    [InlineData("2025", true)]
    [InlineData("2026", false)]
    [InlineData("2025-H1", false)]
    [InlineData("2025-H2", true)]
    [InlineData("2026-H1", true)]
    [InlineData("2025-9M", true)]
    [InlineData("2025-06-30", false)]
    [InlineData("2025-07-01", true)]
    public void A_break_is_marked_where_the_ground_changes(string period, bool isBreak)
    {
        Territory.BreaksAt("an-giang", Period.Parse(period)).ShouldBe(isBreak);
        Territory.BreaksAt("cao-bang", Period.Parse(period)).ShouldBeFalse();
        SeriesBuilder.Build("an-giang", Code, [Figure(period, 5)]).Single().IsBreak.ShouldBe(isBreak);
    }

    [Fact]
    public void Since_the_merger_years_are_compared_as_ever()
    {
        var delta = Delta([Figure("2025", 2000), Figure("2026", 2100)], Adds);

        (delta.Break, delta.Absolute).ShouldBe((null, 100m));
    }

    [Fact]
    public void Every_merged_province_is_a_part_of_its_whole()
    {
        foreach (var province in Gazetteer.Default.Before2025)
        {
            if (Territory.WholeOf(province.Slug) is { } whole) Territory.PartsOf(whole).ShouldContain(province.Slug);
            else Gazetteer.Default.FindSince2025(province.Slug).ShouldNotBeNull();
        }
    }

    static Delta Delta(IReadOnlyList<Candidate> sources, SeriesRules rules, params (string Province, decimal Value)[] parts) =>
        SeriesBuilder.Build("an-giang", Code, sources, rules, (place, period) =>
            parts.Where(p => p.Province == place && period == Period.OfYear(2024)).Select(p => new PlaceFigure(place, p.Value, Unit.Count)).FirstOrDefault())[^1].Deltas.Single();

    static Candidate Figure(string period, decimal value, decimal? change = null) => new()
    {
        Province = "an-giang",
        Indicator = Code,
        Period = Period.Parse(period),
        Value = value,
        Unit = Unit.Count,
        Document = period,
        Comparisons = change is { } by ? [new Comparison(Basis.Of(Period.OfYear(2024)), Relation.Change, by, Unit.Count)] : [],
    };
}

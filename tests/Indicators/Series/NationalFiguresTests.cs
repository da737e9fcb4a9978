using System.Globalization;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class NationalFiguresTests
{
    [Theory]
    [InlineData("10 20 60", "sum 90 mean 30 median 20 least 10 most 60 known 3 of 63")]
    [InlineData("10 20", "sum 30 mean 15 median 15 least 10 most 20 known 2 of 63")]
    [InlineData("7", "sum 7 mean 7 median 7 least 7 most 7 known 1 of 63")]
    [InlineData("1 1 2", "sum 4 mean 1.333333 median 1 least 1 most 2 known 3 of 63")]
    public void Figures_are_put_together(string values, string expected) =>
        Said(NationalFigures.Of(Section(2023, values), null, adds: true)).ShouldBe(expected);

    [Fact]
    public void Shares_have_no_sum() => NationalFigures.Of(Section(2023, "10 20"), null, adds: false).Sum.ShouldBeNull();

    [Fact]
    public void Nothing_known_is_nothing_and_no_zero()
    {
        var figures = NationalFigures.Of(new CrossSection(Period.OfYear(2023), []), null, adds: true);

        (figures.Known, figures.Sum, figures.Mean, figures.Median).ShouldBe((0, null, null, null));
    }

    [Fact]
    public void What_is_stated_of_the_country_stands_beside_the_sum_and_not_in_it()
    {
        var section = new CrossSection(Period.OfYear(2023), [new("ca-mau", 10, Unit.Count), new(Gazetteer.Country, 900, Unit.Count)]);

        var figures = NationalFigures.Of(section, null, adds: true);

        (figures.Sum, figures.Stated, figures.Known).ShouldBe((10m, 900m, 1));
    }

    [Fact]
    public void Growth_is_of_the_provinces_known_in_both_years_and_their_contributions_make_it()
    {
        var figures = NationalFigures.Of(Section(2023, "110 130 500"), Section(2022, "100 100"), adds: true);

        (figures.Growth, figures.KnownInBoth).ShouldBe((20m, 2));
        figures.Contributions.Values.ShouldBe([5m, 15m], ignoreOrder: true);
    }

    [Fact]
    public void A_merged_province_grows_from_the_sum_of_its_parts()
    {
        var before = new CrossSection(Period.OfYear(2024), [new("an-giang", 60, Unit.Count), new("kien-giang", 40, Unit.Count), new("ca-mau", 50, Unit.Count)]);
        var now = new CrossSection(Period.OfYear(2025), [new("an-giang", 110, Unit.Count), new("ca-mau", 80, Unit.Count)]);

        var figures = NationalFigures.Of(now, before, adds: true);

        // Ca Mau was merged with Bac Lieu, of which nothing is known.
        (figures.Growth, figures.KnownInBoth, figures.Provinces).ShouldBe((10m, 1, 34));
    }

    [Theory]
    [InlineData("100", "121", 2, "10")]
    [InlineData("100", "110", 1, "10")]
    [InlineData("1346", "1422", 1, "5.646360")]
    [InlineData("100", "50", 1, "-50")]
    [InlineData("100", "25", 2, "-50")]
    [InlineData("100", "100", 14, "0")]
    [InlineData("1", "1024", 10, "100")]
    [InlineData("50000000000", "69300000000", 4, "8.502766")]
    [InlineData("0", "5", 3, null)]
    [InlineData("5", "0", 3, null)]
    [InlineData("-5", "5", 3, null)]
    public void Compound_growth_is_the_steady_rate(string first, string last, int years, string? expected) =>
        CompoundGrowth.PerYear(Number(first), Number(last), years).ShouldBe(expected is null ? null : Number(expected));

    [Fact]
    public void Compound_growth_needs_a_year() => Should.Throw<ArgumentOutOfRangeException>(() => CompoundGrowth.PerYear(1, 2, 0));

    static CrossSection Section(int year, string values) => new(
        Period.OfYear(year), values.Split(' ').Select((v, i) => new PlaceFigure(Gazetteer.Default.Before2025[i].Slug, Number(v), Unit.Count)));

    static string Said(NationalFigures f) => string.Create(
        CultureInfo.InvariantCulture, $"sum {f.Sum} mean {f.Mean:0.######} median {f.Median} least {f.Least} most {f.Most} known {f.Known} of {f.Provinces}");

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class RankingTests
{
    [Theory]
    [InlineData("up", "30 20 10", "1/3 2/3 3/3")]
    [InlineData("down", "30 20 10", "3/3 2/3 1/3")]
    [InlineData("none", "30 20 10", "- - -")]
    [InlineData("up", "10 20 20 5", "3/4 1/4 1/4 4/4")]
    [InlineData("down", "10 20 20 5", "2/4 3/4 3/4 1/4")]
    [InlineData("up", "7 7 7", "1/3 1/3 1/3")]
    [InlineData("up", "7.0 7", "1/2 1/2")]
    [InlineData("up", "42", "1/1")]
    [InlineData("up", "10 . 20", "2/2 - 1/2")]
    [InlineData("up", ".", "-")]
    [InlineData("up", "-5 0 5", "3/3 2/3 1/3")]
    public void Provinces_are_put_in_order(string better, string values, string ranks) =>
        Said(Ranking.Assign(values.Split(' ').Select((v, i) => Point(Province(i), v)), better)).ShouldBe(ranks);

    [Fact]
    public void Each_period_has_its_own_order() =>
        Said(Ranking.Assign([Point("a", "1"), Point("b", "2"), Point("a", "9", Period.OfYear(2024)), Point("b", "8", Period.OfYear(2024))], "up"))
            .ShouldBe("2/2 1/2 1/2 2/2");

    [Fact]
    public void Goals_are_not_ranked() =>
        Said(Ranking.Assign([Point("a", "1"), Point("b", "2") with { Kind = Kind.Target }], "up")).ShouldBe("1/1 -");

    [Fact]
    public void The_country_is_no_province() =>
        Said(Ranking.Assign([Point("a", "1"), Point(Gazetteer.Country, "99")], "up")).ShouldBe("1/1 -");

    [Fact]
    public void A_figure_in_another_unit_is_not_ranked() =>
        Said(Ranking.Assign([Point("a", "5000", unit: "USD"), Point("b", "70000000"), Point("c", "80000000")], "up")).ShouldBe("- 2/2 1/2");

    [Fact]
    public void An_old_rank_is_not_kept() =>
        Said(Ranking.Assign([Point("a", ".") with { Rank = 4, RankedAmong = 9 }, Point("b", "1") with { Rank = 4, RankedAmong = 9 }], "up"))
            .ShouldBe("- 1/1");

    [Fact]
    public void A_word_that_the_catalogue_does_not_know_is_refused() =>
        Should.Throw<ArgumentException>(() => Ranking.Assign([], "sideways")).Message
            .ShouldStartWith("'sideways' is not a way to be better; the catalogue knows up, down and none.");

    static string Province(int index) => ((char)('a' + index)).ToString();

    static string Said(IEnumerable<SeriesPoint> points) => string.Join(' ', points.Select(p =>
        p.Rank is null && p.RankedAmong is null ? "-" : FormattableString.Invariant($"{p.Rank}/{p.RankedAmong}")));

    static SeriesPoint Point(string province, string value, Period? period = null, string unit = "VND")
    {
        decimal? figure = value == "." ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var chosen = new Candidate
        {
            Province = province,
            Indicator = "telecom.revenue",
            Period = period ?? Period.OfYear(2023),
            Value = figure,
            Unit = figure is null ? null : Unit.Of(unit),
            Document = "d",
        };
        return new SeriesPoint { Province = province, Indicator = chosen.Indicator, Period = chosen.Period, Chosen = chosen };
    }
}

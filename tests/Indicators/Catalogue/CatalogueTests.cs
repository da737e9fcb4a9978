using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Tests.Catalogue;

public sealed class CatalogueTests
{
    static readonly IReadOnlyList<Indicator> All = IndicatorCatalogue.Default.All;

    [Fact]
    public void Every_code_is_there_once() => All.Select(i => i.Code).ShouldBeUnique();

    [Fact]
    public void Every_code_is_a_domain_and_a_name() => All.ShouldAllBe(i =>
        i.Code.Split('.', StringSplitOptions.None).Length == 2 && i.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_' || c == '.'));

    [Fact]
    public void Every_indicator_is_found_by_its_code() => All.ShouldAllBe(i => IndicatorCatalogue.Default.Find(i.Code) == i);

    [Theory]
    [InlineData("telecom.base_station")]
    [InlineData("Telecom.base_stations")]
    [InlineData("")]
    public void Another_code_finds_nothing(string code) => IndicatorCatalogue.Default.Find(code).ShouldBeNull();

    [Fact]
    public void Every_unit_is_of_the_closed_set()
    {
        string[] units = ["VND", "%", "count", "km", "rank", "score", "per100", "person/point"];
        All.Select(i => i.Unit.Code).Except(units).ShouldBeEmpty();
    }

    [Fact]
    public void Every_measure_and_direction_is_of_the_closed_set()
    {
        All.Select(i => i.Measure).Except(["amount", "count", "share", "ratio", "density", "distance", "rank", "score"]).ShouldBeEmpty();
        All.Select(i => i.Better).Except(["up", "down", "none"]).ShouldBeEmpty();
    }

    [Fact]
    public void A_share_is_in_per_cent_and_a_rank_is_better_low()
    {
        All.Where(i => i.Measure == "share").ShouldAllBe(i => i.Unit == Unit.Percent);
        All.Where(i => i.Measure == "rank").ShouldAllBe(i => i.Unit == Unit.Rank && i.Better == "down");
    }

    [Fact]
    public void Every_indicator_has_both_names_composed_and_trimmed()
    {
        All.ShouldAllBe(i => i.NameVi.Length > 0 && i.NameVi == i.NameVi.Trim() && i.NameEn.Length > 0 && i.NameEn == i.NameEn.Trim());
        All.SelectMany(i => i.NameVi).ShouldAllBe(c => c < '\u0300' || c > '\u036f');
    }
}

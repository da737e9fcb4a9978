using System.Globalization;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Tests.Catalogue;

public sealed class PlausibleRangeTests
{
    static readonly IReadOnlyList<Indicator> All = IndicatorCatalogue.Default.All;

    [Fact]
    public void A_range_has_room_above_what_is_never_below_nothing() =>
        All.ShouldAllBe(i => i.Range.Min >= 0 && i.Range.Min < i.Range.Max);

    [Fact]
    public void Counts_and_amounts_of_the_country_reach_farther_than_those_of_a_province() =>
        All.Where(i => i.CountryRange is not null).ShouldAllBe(i => i.CountryRange!.Value.Min >= i.Range.Min && i.CountryRange.Value.Max > i.Range.Min);

    [Fact]
    public void A_share_never_exceeds_100() => All.Where(i => i.Measure == "share").ShouldAllBe(i => i.Range.Max <= 100);

    [Fact]
    public void A_rank_is_among_at_most_63() => All.Where(i => i.Measure == "rank").ShouldAllBe(i => i.Range == new PlausibleRange(1, 63));

    [Theory]
    [InlineData("telecom.base_stations", "soc-trang", "1422", true)]
    [InlineData("telecom.base_stations", "soc-trang", "14", false)]
    [InlineData("telecom.base_stations", "soc-trang", "320000", false)]
    [InlineData("telecom.base_stations", "viet-nam", "320000", true)]
    [InlineData("telecom.base_stations", "viet-nam", "1422", false)]
    [InlineData("telecom.household_fiber_rate", "viet-nam", "82.4", true)]
    [InlineData("telecom.household_fiber_rate", "soc-trang", "824", false)]
    [InlineData("dx.dti_rank", "soc-trang", "64", false)]
    public void A_value_is_plausible_for_a_place_or_not(string code, string place, string value, bool plausible) =>
        IndicatorCatalogue.Default.Find(code)!.RangeOf(place).Contains(decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe(plausible);
}

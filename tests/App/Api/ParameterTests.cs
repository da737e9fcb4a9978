using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServerlessIct.App.Api;
using ServerlessIct.App.Api.Description;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Tests.Api;

public sealed class ParameterTests
{
    static readonly Operation Known = SeriesOperations.Deltas with { Parameters = [.. SeriesOperations.Deltas.Parameters, QueryParameters.Limit] };

    [Theory]
    [InlineData("2023", new[] { 2023 })]
    [InlineData("2022..2023", new[] { 2022, 2023 })]
    [InlineData("2023..2023", new[] { 2023 })]
    [InlineData("2019,2021..2022", new[] { 2019, 2021, 2022 })]
    [InlineData(" 2019 , 2021 ", new[] { 2019, 2021 })]
    [InlineData("2021..2022,2022", new[] { 2021, 2022 })]
    public void Years_are_single_ranges_or_lists(string text, int[] expected) => YearRanges.Parse(text).All.ShouldBe(expected);

    [Theory]
    [InlineData("2023..2022")]
    [InlineData("2022..")]
    [InlineData("..2022")]
    [InlineData("2022...2023")]
    [InlineData("2022..2023..2024")]
    [InlineData("1944")]
    [InlineData("2101")]
    [InlineData("abc")]
    [InlineData("-2022")]
    [InlineData("2022,")]
    [InlineData("２０２２")]
    public void Other_years_are_refused(string text)
    {
        var e = Should.Throw<ParameterException>(() => YearRanges.Parse(text));

        (e.Parameter, e.Value).ShouldBe(("year", text));
        e.Message.ShouldContain("2019..2023");
    }

    [Theory]
    [InlineData("province=soc-trag", "province", "soc-trang")]
    [InlineData("province=Sóc Trangg", "province", "soc-trang")]
    [InlineData("province=soc-trаng", "province", "soc-trang")]
    [InlineData("province=soc-trang'", "province", "soc-trang")]
    [InlineData("province=soc-trang%00", "province", null)]
    [InlineData("province=..%2F..%2Fetc", "province", null)]
    [InlineData("province=soc-trang,ca-mao", "province", "ca-mau")]
    [InlineData("province=xxxxxxxxxxxx", "province", null)]
    [InlineData("province=,", "province", null)]
    [InlineData("province=' or 1 eq 1 or PartitionKey ne '", "province", null)]
    [InlineData("indicator=telecom.base_station", "indicator", "telecom.base_stations")]
    [InlineData("kind=actuall", "kind", "actual")]
    [InlineData("kind=0", "kind", null)]
    [InlineData("kind=actual,plan", "kind", null)]
    [InlineData("verdict=confirm", "verdict", "confirmed")]
    [InlineData("indicater=telecom.base_stations", "indicater", "indicator")]
    [InlineData("limit=0", "limit", null)]
    [InlineData("limit=501", "limit", null)]
    [InlineData("limit=1.5", "limit", null)]
    [InlineData("year=20223", "year", null)]
    public void A_value_that_is_not_allowed_is_named_with_what_is_nearest(string query, string parameter, string? nearest)
    {
        var e = Should.Throw<ParameterException>(() => ReadAll(query));

        (e.Parameter, e.Nearest).ShouldBe((parameter, nearest));
        e.Allowed.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("province=soc-trang,ca-mau&indicator=telecom.base_stations&year=2022..2023&kind=actual&verdict=confirmed&limit=500")]
    [InlineData("province=soc-trang&province=ca-mau")]
    [InlineData("kind=TARGET&code=key")]
    [InlineData("province=viet-nam")]
    [InlineData("kind=actual,target&verdict=confirmed,contradicted")]
    public void Allowed_values_are_read(string query) => Should.NotThrow(() => ReadAll(query));

    [Theory]
    [InlineData("soc-trang", "soc-trang")]
    [InlineData("Sóc Trăng", "soc-trang")]
    [InlineData("SOC TRANG", "soc-trang")]
    [InlineData("tỉnh Sóc Trăng", "soc-trang")]
    [InlineData("TP. Hồ Chí Minh", "ho-chi-minh")]
    [InlineData("TP.HCM", "ho-chi-minh")]
    [InlineData("thành phố Huế", "hue")]
    [InlineData("cả nước", "viet-nam")]
    [InlineData("Việt Nam", "viet-nam")]
    [InlineData("Đắk Lắk", "dak-lak")]
    [InlineData("bà rịa - vũng tàu", "ba-ria-vung-tau")]
    public void A_province_is_named_by_its_slug_or_by_its_name(string text, string slug) => Parameters.Province(text).ShouldBe(slug);

    [Theory]
    [InlineData("Telecom.Base_Stations", "telecom.base_stations")]
    [InlineData("telecom-base-stations", "telecom.base_stations")]
    public void An_indicator_is_named_by_its_code_in_any_case(string text, string code) => Parameters.Indicator(text).ShouldBe(code);

    [Fact]
    public void Every_indicator_is_found_by_its_names_with_and_without_tone_marks()
    {
        foreach (var indicator in Indicators.Catalogue.IndicatorCatalogue.Default.All)
            foreach (var name in (string[])[indicator.Code, indicator.NameVi, Diacritics.Remove(indicator.NameVi), indicator.NameEn])
                Parameters.Indicator(name).ShouldBe(indicator.Code, name);
    }

    [Fact]
    public void A_name_with_commas_stands_in_a_list_beside_others()
    {
        var name = Indicators.Catalogue.IndicatorCatalogue.Default.All.First(i => i.NameVi.Contains(',', StringComparison.Ordinal));
        var query = new QueryCollection(QueryHelpers.ParseQuery($"indicator=telecom.base_stations,{name.NameVi},telecom.base_stations_4g"));

        new Parameters(query, Known).Indicators().ShouldBe(["telecom.base_stations", name.Code, "telecom.base_stations_4g"]);
    }

    [Fact]
    public void A_list_has_at_most_200_values() =>
        Should.Throw<ParameterException>(() => ReadAll("province=" + string.Join(',', Enumerable.Repeat("ca-mau", 201)))).Allowed.ShouldContain("200");

    [Fact]
    public void A_very_long_value_is_refused_and_not_repeated()
    {
        var e = Should.Throw<ParameterException>(() => ReadAll("province=" + new string('a', 9_000)));

        e.Message.Length.ShouldBeLessThan(600);
    }

    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023-H1", "2023-H1")]
    [InlineData("2021%2F2025", "2021/2025")]
    [InlineData("2021/2025", "2021/2025")]
    public void A_period_of_a_route_is_read(string text, string expected) => Parameters.PeriodOf(text).ShouldBe(Period.Parse(expected));

    [Theory]
    [InlineData("2023-H3")]
    [InlineData("")]
    [InlineData("latest")]
    public void Another_period_is_refused(string text) => Should.Throw<ParameterException>(() => Parameters.PeriodOf(text)).Parameter.ShouldBe("period");

    [Theory]
    [InlineData("Ba\u0301o ca\u0301o.txt", "B\u00E1o c\u00E1o.txt")]
    [InlineData("So\u0301c Tra\u0306ng/A\u0300.txt", "S\u00F3c Tr\u0103ng/\u00C0.txt")]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("e\u0302\u0323", "\u1EC7")]
    [InlineData("\u00EA\u0323", "\u1EC7")]
    [InlineData("U\u031B\u0303", "\u1EEE")]
    [InlineData("\u1EC7", "\u1EC7")]
    [InlineData("e\u0302\u0323\u0323", "\u1EC7\u0323")]
    [InlineData("n\u0303 \u0301x", "n\u0303 \u0301x")]
    [InlineData("i\u0302", "i\u0302")]
    [InlineData("\u0110o\u0301", "\u0110\u00F3")]
    public void A_name_is_the_same_however_its_letters_are_written(string name, string expected) => WriteDocuments.CheckedName(name).ShouldBe(expected);

    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("soc-trang%2Fa.txt", "soc-trang/a.txt")]
    [InlineData("Báo cáo 📈.txt", "Báo cáo 📈.txt")]
    public void A_name_for_an_upload_is_taken_as_it_is(string name, string expected) => WriteDocuments.CheckedName(name).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a%2F..%2Fb")]
    [InlineData("a./b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("\uD83D")]
    public void A_name_that_tools_stumble_over_is_refused(string? name) =>
        Should.Throw<ParameterException>(() => WriteDocuments.CheckedName(name)).Parameter.ShouldBe("name");

    [Fact]
    public void A_name_has_at_most_1024_characters()
    {
        Should.NotThrow(() => WriteDocuments.CheckedName(new string('a', 1024)));
        Should.Throw<ParameterException>(() => WriteDocuments.CheckedName(new string('a', 1025)));
    }

    static void ReadAll(string query)
    {
        var parameters = new Parameters(new QueryCollection(QueryHelpers.ParseQuery(query)), Known);
        _ = SeriesQuestion.From(parameters);
        _ = parameters.Choices<Verdict>("verdict");
        _ = parameters.Count("limit", 50, 500);
    }
}

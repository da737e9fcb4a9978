using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Tests.Catalogue;

public sealed class CataloguePageTests
{
    static readonly string Page = CataloguePage.Of(IndicatorCatalogue.Default);

    [Fact]
    public void The_page_in_docs_is_current() =>
        (File.ReadAllText(Path.Combine(SharedFolder.Repository(), "docs", "catalogue.md")) == Page)
            .ShouldBeTrue("docs/catalogue.md is not that of the catalogue: write it anew with scripts/ict catalogue > docs/catalogue.md");

    [Fact]
    public void Every_indicator_has_its_section() =>
        IndicatorCatalogue.Default.All.ShouldAllBe(i => Page.Contains($"\n### {i.Code}\n\n{i.NameVi} · {i.NameEn}\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("- Unit: count (count, more is better). Plausible: 100 to 60,000; of the whole country 50,000 to 600,000.")]
    [InlineData("- Standard: ITU i271GA (Population covered by at least 4G/LTE).")]
    [InlineData("  - chỉ tiêu / mục tiêu **+** chuyển đổi số (*before*) / kế hoạch chuyển đổi số (*counted*)")]
    [InlineData("- Example: “Tổng số thuê bao điện thoại di động là 1.312.560 thuê bao.” → `telecom.mobile_subscribers 1312560 count 2023`")]
    public void A_section_tells_unit_range_standard_cues_and_examples(string line) => Page.Split('\n').ShouldContain(line);
}

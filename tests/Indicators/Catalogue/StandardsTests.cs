using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Tests.Catalogue;

public sealed class StandardsTests
{
    static readonly IReadOnlyList<Indicator> All = IndicatorCatalogue.Default.All;

    [Theory]
    [InlineData("telecom.mobile_subscribers", "ITU", "i271")]
    [InlineData("telecom.household_internet_rate", "Circular 03/2022/TT-BTTTT", "1308")]
    [InlineData("dx.digital_economy_share", "Decision 1354/QĐ-BTTTT", null)]
    [InlineData("dx.dti_rank", "Decision 922/QĐ-BTTTT (DTI)", null)]
    public void An_indicator_names_the_standard_it_follows(string code, string standard, string? number) =>
        IndicatorCatalogue.Default.Find(code)!.Standards.ShouldContain(s => s.Standard == standard && s.Code == number);

    [Fact]
    public void No_reference_is_given_twice() => All.ShouldAllBe(i => i.Standards.Distinct().Count() == i.Standards.Count);

    [Fact]
    public void Every_reference_is_in_the_list_of_standards()
    {
        var rows = SharedFolder.Rows("anchors/standards.csv");
        foreach (var reference in All.SelectMany(i => i.Standards))
        {
            var listed = reference.Code is { } code
                ? rows.Any(r => r[2] == code || r[^1].Contains(code, StringComparison.Ordinal))
                : rows.Any(r => r[4] == reference.Name);
            listed.ShouldBeTrue($"{reference.Standard} {reference.Code}: {reference.Name}");
        }
    }
}

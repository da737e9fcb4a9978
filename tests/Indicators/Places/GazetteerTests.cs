using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Tests.Places;

public sealed class GazetteerTests
{
    static readonly Gazetteer Places = Gazetteer.Default;

    [Fact]
    public void There_were_63_provinces_and_there_are_34()
    {
        Places.Before2025.Count.ShouldBe(63);
        Places.Since2025.Count.ShouldBe(34);
    }

    [Fact]
    public void Slugs_names_and_codes_are_unique_in_an_edition()
    {
        foreach (var edition in (IReadOnlyList<Province>[])[Places.Before2025, Places.Since2025])
        {
            edition.Select(p => p.Slug).ShouldBeUnique();
            edition.Select(p => p.NameVi).ShouldBeUnique();
            edition.Select(p => p.Code).ShouldBeUnique();
            edition.ShouldAllBe(p => p.Code.Length == 2 && p.Code.All(char.IsAsciiDigit));
            edition.ShouldAllBe(p => p.Slug.All(c => char.IsAsciiLetterLower(c) || c == '-'));
        }
    }

    [Fact]
    public void Every_old_province_is_part_of_exactly_one_new_one()
    {
        Places.Since2025.SelectMany(p => p.FormedFrom).Order().ShouldBe(Places.Before2025.Select(p => p.Slug).Order());
        foreach (var old in Places.Before2025) Places.FindSince2025(old.MergedInto)!.FormedFrom.ShouldContain(old.Slug);
    }

    [Fact]
    public void Every_new_province_has_the_name_of_one_of_its_parts() =>
        Places.Since2025.ShouldAllBe(p => p.FormedFrom.Contains(p.Slug) && p.MergedInto == p.Slug);

    [Theory]
    [InlineData("soc-trang", "2025-06-30", "Sóc Trăng")]
    [InlineData("soc-trang", "2025-07-01", null)]
    [InlineData("can-tho", "2025-06-30", "Cần Thơ")]
    [InlineData("can-tho", "2025-07-01", "Cần Thơ")]
    [InlineData("viet-nam", "2024-01-01", null)]
    [InlineData("Soc-Trang", "2024-01-01", null)]
    [InlineData("", "2024-01-01", null)]
    public void A_province_is_found_in_the_edition_of_the_day(string slug, string day, string? name) =>
        (Places.Find(slug, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))?.NameVi).ShouldBe(name);

    [Theory]
    [InlineData("soc-trang", true)]
    [InlineData("can-tho", true)]
    [InlineData("viet-nam", true)]
    [InlineData("unassigned", false)]
    [InlineData("sóc-trăng", false)]
    [InlineData(null, false)]
    public void Only_slugs_of_provinces_and_of_the_country_are_known(string? slug, bool known) => Places.Knows(slug).ShouldBe(known);

    [Fact]
    public void A_merged_province_knows_where_it_went() =>
        Places.Since2025.Single(p => p.Slug == "can-tho").FormedFrom.ShouldBe(["can-tho", "hau-giang", "soc-trang"], ignoreOrder: true);

    [Fact]
    public void The_old_edition_agrees_with_the_reference()
    {
        var reference = SharedFolder.Rows("provinces.csv");
        Places.Before2025.Select(p => $"{p.Slug}|{p.Code}|{p.NameVi}|{p.NameEn}|{p.Domain}|{p.Region}|{p.MergedInto}")
            .ShouldBe(reference.Select(r => $"{r[0]}|{r[1]}|{r[3]}|{r[4]}|{r[5]}|{r[7]}|{r[8]}"));
    }

    [Fact]
    public void The_new_edition_agrees_with_the_reference()
    {
        var reference = SharedFolder.Rows("provinces_2025.csv");
        var names = Places.Before2025.ToDictionary(p => p.Slug, p => p.NameVi);
        Places.Since2025.Select(p => $"{p.Code}|{p.NameVi}|{string.Join("; ", p.FormedFrom.Select(s => names[s]).Order())}")
            .ShouldBe(reference.Select(r => $"{r[0]}|{r[1]}|{string.Join("; ", r[4].Split("; ").Order())}"));
    }
}

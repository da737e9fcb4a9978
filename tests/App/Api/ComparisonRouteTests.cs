using System.Text.Json.Nodes;
using ServerlessIct.App.Api;

namespace ServerlessIct.App.Tests.Api;

/// <summary>Quality, rankings, national figures and growth.</summary>
[Collection("storage")]
public sealed class ComparisonRouteTests(AzuriteFixture azurite)
{
    const string Stations = "telecom.base_stations";

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Quality_lists_what_is_odd_with_its_sources()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Stations} 100 2020\n{Stations} 900 2022\n- 5 2022\n- 6 2022");
        await IngestAsync(app, "soc-trang/b.txt", $"{Stations} 910 2022\n{Stations} 5000 2023");
        await IngestAsync(app, "ca-mau/nothing.txt", "Kính thưa quý vị");
        await IngestAsync(app, "ca-mau/copy.txt", "Kính thưa quý vị");
        await app.UploadAsync("ca-mau/c.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        await app.Ingest.IngestAsync("ca-mau/c.txt", None);
        await app.Rebuild.RunAsync(None);
        await app.Sweep.RunAsync(None);

        var (_, quality) = await app.CallAsync(r => app.Get<GetQuality>().Run(r, None));

        quality["issues"]!.AsArray().Select(i => $"{i!["kind"]} {i["period"]}").ShouldBe(["jump 2023", "disagreement 2022", "gap 2021"]);
        quality["issues"]![0]!["sources"]!.AsArray().Count.ShouldBe(2);
        quality["issues"]![0]!["observations"]![0]!.GetValue<string>().ShouldBe($"/api/v1/observations/soc-trang/{Stations}/2023");
        quality["documents"]!.AsArray().Select(d => $"{d!["name"]} {d["problem"]}").ShouldBe(
            ["ca-mau/c.txt rejected", "ca-mau/copy.txt nothing-found", "ca-mau/copy.txt same-content", "ca-mau/nothing.txt nothing-found", "ca-mau/nothing.txt same-content",
                "soc-trang/a.txt no-period", "soc-trang/b.txt no-period"]);
        var subject = quality["subjects"]!.AsArray().ShouldHaveSingleItem()!;
        (subject["label"]!.GetValue<string>(), subject["observations"]!.GetValue<int>(), subject["documents"]!.GetValue<int>()).ShouldBe(("-", 2, 1));
        quality["counts"]!["gap"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("?kind=gap", "gap")]
    [InlineData("?kind=gap,jump", "jump gap")]
    [InlineData("?kind=subjects", "")]
    [InlineData("?province=ca-mau", "")]
    [InlineData("?indicator=postal.enterprises", "")]
    [InlineData("?limit=1", "jump")]
    public async Task Quality_is_asked_for_in_part(string query, string kinds)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Stations} 100 2020\n{Stations} 900 2022\n{Stations} 5000 2023");
        await app.Rebuild.RunAsync(None);

        var (_, quality) = await app.CallAsync(r => app.Get<GetQuality>().Run(r, None), query);

        string.Join(' ', quality["issues"]!.AsArray().Select(i => i!["kind"])).ShouldBe(kinds);
    }

    [Theory]
    [InlineData("?kind=gaps", "kind", "gap")]
    [InlineData("?limit=0", "limit", null)]
    [InlineData("?sort=up", "sort", null)]
    public async Task Quality_refuses_what_it_does_not_know(string query, string parameter, string? nearest)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, answer) = await app.CallAsync(r => app.Get<GetQuality>().Run(r, None), query);

        (status, answer["parameter"]!.GetValue<string>(), answer["nearest"]?.GetValue<string>()).ShouldBe((400, parameter, nearest));
    }

    [Fact]
    public async Task A_ranking_has_the_provinces_in_order_and_what_they_make_together()
    {
        await using var app = await ThreeProvincesAsync();

        var (_, answer) = await app.CallAsync(r => app.Get<GetRankings>().Run(r, Stations, "2023", None));

        answer["ranking"]!.AsArray().Select(r => $"{r!["rank"]} {r["province"]} {r["value"]} {r["contribution"]}")
            .ShouldBe(["1 ca-mau 300 33.333333", "1 soc-trang 300 0", "3 bac-lieu 100 "]);
        var national = answer["national"]!;
        (national["sum"]!.GetValue<decimal>(), national["median"]!.GetValue<decimal>(), national["known"]!.GetValue<int>(), national["provinces"]!.GetValue<int>())
            .ShouldBe((700m, 300m, 3, 63));
        (national["growth"]!.GetValue<decimal>(), national["stated"]!.GetValue<decimal>()).ShouldBe((33.333333m, 9000m));
    }

    [Fact]
    public async Task A_ranking_of_nothing_is_empty_and_no_error()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, answer) = await app.CallAsync(r => app.Get<GetRankings>().Run(r, Stations, "2021/2025", None));

        status.ShouldBe(200);
        answer["ranking"]!.AsArray().ShouldBeEmpty();
        answer["national"]!["sum"].ShouldBeNull();
    }

    [Fact]
    public async Task National_figures_go_period_by_period()
    {
        await using var app = await ThreeProvincesAsync();

        var (_, answer) = await app.CallAsync(r => app.Get<GetNational>().Run(r, None), $"?indicator={Stations}&year=2022..2023");

        answer["national"]!.AsArray().Select(n => $"{n!["period"]} {n["sum"]} {n["known"]} {n["growth"]}").ShouldBe(["2022 450 2 ", "2023 700 3 33.333333"]);
    }

    [Fact]
    public async Task Growth_is_compound_and_of_what_is_known_at_both_ends()
    {
        await using var app = await ThreeProvincesAsync();

        var (_, answer) = await app.CallAsync(r => app.Get<GetGrowth>().Run(r, None), $"?indicator={Stations}&from=2022&to=2023");

        var growth = answer["growth"]!.AsArray().ShouldHaveSingleItem()!;
        growth["provinces"]!.AsArray().Select(p => $"{p!["province"]} {p["perYear"]}").ShouldBe(["bac-lieu ", "ca-mau 100", "soc-trang 0"]);
        growth["together"]!["perYear"]!.GetValue<decimal>().ShouldBe(33.333333m);
    }

    [Fact]
    public async Task Growth_as_a_table_has_a_row_a_province_and_one_of_all_together()
    {
        await using var app = await ThreeProvincesAsync();

        var (_, csv) = await app.TextOfAsync(r => app.Get<GetGrowth>().Run(r, None), $"?indicator={Stations}&from=2022&to=2023&format=csv&fields=province,provinces,first,last,per_year");

        csv.ShouldBe("province,provinces,first,last,per_year\r\nbac-lieu,1,,100,\r\nca-mau,1,150,300,100\r\nsoc-trang,1,300,300,0\r\n,2,450,600,33.333333\r\n");
    }

    [Fact]
    public async Task Quality_as_a_table_has_every_list_and_says_where_one_is_cut()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Stations} 100 2020\n{Stations} 900 2022\n- 5 2022");
        await IngestAsync(app, "soc-trang/b.txt", $"{Stations} 5000 2023");
        await app.Rebuild.RunAsync(None);

        var (_, csv) = await app.TextOfAsync(r => app.Get<GetQuality>().Run(r, None), "?format=csv&limit=1&fields=about,kind,province,indicator,period,count,document_name,label,documents");

        csv.Split("\r\n").ShouldBe(
        [
            "about,kind,province,indicator,period,count,document_name,label,documents",
            $"series,jump,soc-trang,{Stations},2023,,,,",
            "series,leftOut,,,,1,,,",
            "document,no-period,,,,,soc-trang/a.txt,,",
            "document,leftOut,,,,1,,,",
            "subject,unnamed,soc-trang,,,1,,'-,1",
            "",
        ]);
    }

    [Theory]
    [InlineData("?indicator=telecom.base_stations&from=2022", "to")]
    [InlineData("?indicator=telecom.base_stations&from=2022&to=2022", "to")]
    [InlineData("?indicator=telecom.base_stations&from=2020..2021&to=2022", "from")]
    [InlineData("?from=2020&to=2022", "indicator")]
    public async Task Growth_needs_two_years_and_an_indicator(string query, string parameter)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, answer) = await app.CallAsync(r => app.Get<GetGrowth>().Run(r, None), query);

        (status, answer["parameter"]!.GetValue<string>()).ShouldBe((400, parameter));
    }

    async Task<TestApp> ThreeProvincesAsync()
    {
        var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Stations} 300 2023\n{Stations} 300 2022");
        await IngestAsync(app, "ca-mau/a.txt", $"{Stations} 300 2023\n{Stations} 150 2022");
        await IngestAsync(app, "bac-lieu/a.txt", $"{Stations} 100 2023");
        await IngestAsync(app, "viet-nam/a.txt", $"{Stations} 9000 2023");
        await app.Rebuild.RunAsync(None);
        return app;
    }

    static async Task IngestAsync(TestApp app, string name, string text)
    {
        await app.UploadAsync(name, text);
        await app.Ingest.IngestAsync(name, None);
    }
}

using System.Text.Json.Nodes;
using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Api;

[Collection("storage")]
public sealed class CorrectionRouteTests(AzuriteFixture azurite)
{
    const string Stations = "telecom.base_stations", Enterprises = "postal.enterprises", Name = "soc-trang/2023.txt";
    const string Good = """{"document":"soc-trang/2023.txt","province":"soc-trang","indicator":"telecom.base_stations","period":"2023","expect":{"value":14220,"unit":"count"},"set":{"value":1422},"reason":"Một số 0 thừa.","author":"A. B.","date":"2026-01-05"}""";

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_correction_is_shown_wherever_the_number_is_until_it_is_removed()
    {
        await using var app = await ReadyAsync();
        (await PutAsync(app, "slip", Good)).Status.ShouldBe(202);
        (await CorrectionsAsync(app)).ShouldBe(["slip waiting "]);

        await app.Rebuild.RunAsync(None);

        (await CorrectionsAsync(app)).ShouldBe(["slip applied "]);
        var point = await PointAsync(app);
        point["value"]!.GetValue<decimal>().ShouldBe(1422);
        point["correction"]!["value"]!.GetValue<decimal>().ShouldBe(14220);
        point["correction"]!["reason"]!.GetValue<string>().ShouldBe("Một số 0 thừa.");
        point["verdict"]!.GetValue<string>().ShouldBe("computed");
        var (_, deltas) = await app.CallAsync(r => app.Get<GetDeltas>().Run(r, None), "?year=2023");
        deltas["deltas"]![0]!["correction"]!["id"]!.GetValue<string>().ShouldBe("slip");
        var (_, csv) = await app.TextOfAsync(r => app.Get<GetData>().RunCsv(r, None), "?year=2023");
        csv.ShouldEndWith(",slip,0\r\n");
        var (_, sources) = await app.CallAsync(r => app.Get<GetObservations>().Run(r, "soc-trang", Stations, "2023", None));
        var source = sources["observations"]!.AsArray().ShouldHaveSingleItem()!;
        (source["value"]!.GetValue<decimal>(), source["correctedValue"]!.GetValue<decimal>(), source["chosen"]!.GetValue<bool>()).ShouldBe((14220m, 1422m, true));
        var (_, document) = await app.CallAsync(r => app.Get<ReadDocuments>().Get(r, DocumentId.Of(Name), None));
        document["observations"]!.AsArray().Count(o => o!["correction"] is not null).ShouldBe(1);

        (await app.CallAsync(r => app.Get<CorrectionRoutes>().Delete(r, "slip", None))).Status.ShouldBe(204);
        await app.Rebuild.RunAsync(None);
        (await PointAsync(app))["value"]!.GetValue<decimal>().ShouldBe(14220);
        (await CorrectionsAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Corrections_as_a_table_have_the_cells_of_both_figures_and_nothing_that_a_spreadsheet_runs()
    {
        await using var app = await ReadyAsync();
        await PutAsync(app, "slip", Good.Replace("Một số 0 thừa.", "=SUM(A1), or so", StringComparison.Ordinal));
        await PutAsync(app, "taken-out", Good.Replace("\"set\":{\"value\":1422}", "\"drop\":true", StringComparison.Ordinal));

        var (_, csv) = await app.TextOfAsync(r => app.Get<CorrectionRoutes>().List(r, None), "?format=csv");

        csv.Split("\r\n").ShouldBe(
        [
            "id,status,document,province,indicator,period,kind,expect_value,expect_unit,set_value,set_unit,set_indicator,drop,reason,author,date,origin,applied,failure",
            "slip,waiting,soc-trang/2023.txt,soc-trang,telecom.base_stations,2023,actual,14220,count,1422,,,false,\"'=SUM(A1), or so\",A. B.,2026-01-05,request,,",
            "taken-out,waiting,soc-trang/2023.txt,soc-trang,telecom.base_stations,2023,actual,14220,count,,,,true,Một số 0 thừa.,A. B.,2026-01-05,request,,",
            "",
        ]);
    }

    [Fact]
    public async Task A_correction_fails_for_all_to_see_when_its_source_changes()
    {
        await using var app = await ReadyAsync();
        await PutAsync(app, "slip", Good);
        await app.Rebuild.RunAsync(None);
        await app.UploadAsync(Name, $"{Stations} 1423 2023");
        await app.Ingest.IngestAsync(Name, None);

        await app.Rebuild.RunAsync(None);

        (await PointAsync(app))["value"]!.GetValue<decimal>().ShouldBe(1423);
        (await CorrectionsAsync(app)).Single().ShouldStartWith("slip failed The document now states 1423 count");
        var (_, health) = await app.CallAsync(r => app.Get<GetHealth>().Run(r, None));
        (health["status"]!.GetValue<string>(), health["failedCorrections"]!.GetValue<int>()).ShouldBe(("attention", 1));
        var (_, quality) = await app.CallAsync(r => app.Get<GetQuality>().Run(r, None));
        quality["corrections"]!.AsArray().ShouldHaveSingleItem();
        quality["issues"]!.AsArray().Select(i => i!["kind"]!.GetValue<string>()).ShouldContain("correctionFailed");
    }

    [Fact]
    public async Task A_figure_is_moved_to_another_indicator_and_back()
    {
        await using var app = await ReadyAsync();
        await PutAsync(app, "moved", Good.Replace("\"value\":1422}", $"\"indicator\":\"{Enterprises}\"}}", StringComparison.Ordinal));
        await app.Rebuild.RunAsync(None);
        (await PointAsync(app, Enterprises))["value"]!.GetValue<decimal>().ShouldBe(14220);
        (await PointAsync(app))["value"].ShouldBeNull();
        var (_, sources) = await app.CallAsync(r => app.Get<GetObservations>().Run(r, "soc-trang", Enterprises, "2023", None));
        sources["observations"]!.AsArray().ShouldHaveSingleItem()!["correction"]!["indicator"]!.GetValue<string>().ShouldBe(Stations);

        await app.CallAsync(r => app.Get<CorrectionRoutes>().Delete(r, "moved", None));
        await app.Rebuild.RunAsync(None);

        (await PointAsync(app))["value"]!.GetValue<decimal>().ShouldBe(14220);
        (await PointAsync(app, Enterprises))["value"].ShouldBeNull();
    }

    [Theory]
    [InlineData("Big Name", "", "id")]
    [InlineData("a", "not json", "body")]
    [InlineData("a", "null", "body")]
    [InlineData("a", """{"province":7}""", "body")]
    [InlineData("a", "{}", "document")]
    [InlineData("a", """{"document":"x.txt"}""", "province")]
    [InlineData("a", """{"document":"x.txt","province":"atlantis"}""", "province")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"x.y"}""", "indicator")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"soon"}""", "period")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023"}""", "expect")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5}}""", "set")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5},"set":{"value":6},"drop":true}""", "set")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5},"set":{"indicator":"x.y"}}""", "set.indicator")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5},"drop":true}""", "reason")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5},"drop":true,"reason":"r"}""", "author")]
    [InlineData("a", """{"document":"x.txt","province":"ca-mau","indicator":"postal.enterprises","period":"2023","expect":{"value":5},"drop":true,"reason":"r","author":"a"}""", "date")]
    public async Task A_correction_that_says_too_little_is_refused_with_what_is_missing(string id, string body, string parameter)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, answer) = await PutAsync(app, id, body.Length == 0 ? Good : body);

        (status, answer["parameter"]!.GetValue<string>()).ShouldBe((400, parameter));
        answer["detail"]!.GetValue<string>().ShouldEndWith(".");
        (await CorrectionsAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_that_is_not_there_cannot_be_removed()
    {
        await using var app = await TestApp.StartAsync(azurite);

        (await app.CallAsync(r => app.Get<CorrectionRoutes>().Delete(r, "none", None))).Status.ShouldBe(404);
    }

    async Task<TestApp> ReadyAsync()
    {
        var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, $"{Stations} 14220 2023\n{Stations} 1346 2022");
        await app.Ingest.IngestAsync(Name, None);
        await app.Rebuild.RunAsync(None);
        return app;
    }

    static Task<(int Status, JsonNode Answer)> PutAsync(TestApp app, string id, string body) =>
        app.CallAsync(r => app.Get<CorrectionRoutes>().Put(r, id, None), "", body);

    static async Task<JsonNode> PointAsync(TestApp app, string indicator = Stations)
    {
        var (_, data) = await app.CallAsync(r => app.Get<GetData>().Run(r, None), $"?province=soc-trang&indicator={indicator}&year=2023");
        return data["series"]![0]!["points"]![0]!;
    }

    static async Task<IReadOnlyList<string>> CorrectionsAsync(TestApp app)
    {
        var (_, answer) = await app.CallAsync(r => app.Get<CorrectionRoutes>().List(r, None));
        return [.. answer["corrections"]!.AsArray().Select(c => $"{c!["id"]} {c["status"]} {c["failure"]}")];
    }
}

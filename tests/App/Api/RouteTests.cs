using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.App.Api;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Api;

[Collection("storage")]
public sealed class RouteTests(AzuriteFixture azurite)
{
    const string Name = "soc-trang/năm 2023.txt";
    const string Text = "Toàn tỉnh có 1.422 trạm, tăng 76 trạm so với năm 2022 (1.346 trạm).";

    static CancellationToken None => CancellationToken.None;

    /// <summary>What the sentence says, as extraction reads it.</summary>
    static ExtractionResult Read(string text, DocumentHints hints) => new(text, hints.Province, Period.OfYear(2023), null,
    [
        Stations(text, "1.422 trạm", 1422, 2023) with
        {
            Comparisons = [new Comparison(Basis.Of(Period.OfYear(2022)), Relation.Change, 76, Unit.Count)],
        },
        Stations(text, "1.346 trạm", 1346, 2022),
    ]);

    [Fact]
    public async Task Data_has_both_years()
    {
        await using var app = await ReadyAsync();

        var (status, answer) = await GetAsync(app, r => app.Get<GetData>().Run(r, None), "?province=soc-trang&indicator=telecom.base_stations&year=2021..2023");

        status.ShouldBe(200);
        var series = answer["series"]!.AsArray().ShouldHaveSingleItem()!;
        series["unit"]!.GetValue<string>().ShouldBe("count");
        series["points"]!.AsArray().Select(p => $"{p!["period"]} {p["value"]} {p["verdict"]}").ShouldBe(["2021  ", "2022 1346 ", "2023 1422 confirmed"], Case.Sensitive);
    }

    [Fact]
    public async Task Known_but_empty_is_null_and_no_error()
    {
        await using var app = await ReadyAsync();

        var (status, answer) = await GetAsync(app, r => app.Get<GetData>().Run(r, None), "?province=ca-mau&indicator=telecom.base_stations&year=2023");

        status.ShouldBe(200);
        answer["series"]![0]!["points"]![0]!["value"].ShouldBeNull();
    }

    [Fact]
    public async Task Data_as_csv_has_a_row_for_each_point()
    {
        await using var app = await ReadyAsync();

        var (_, body) = await TextAsync(app, r => app.Get<GetData>().RunCsv(r, None), "?year=2023");

        body.ShouldBe(
            "province,province_name,indicator,indicator_name,period,kind,value,unit,status,qualifier,total,rank,ranked_among,verdict,document,notes,plan,attainment,why,break,correction,alternatives\r\n" +
            $"soc-trang,Sóc Trăng,telecom.base_stations,{Catalogued()},2023,actual,1422,count,A,exact,,1,1,confirmed,{DocumentId.Of(Name)},,,,unopposed,,,0\r\n");
    }

    [Fact]
    public async Task Deltas_have_the_change_and_its_verdict()
    {
        await using var app = await ReadyAsync();

        var (_, answer) = await GetAsync(app, r => app.Get<GetDeltas>().Run(r, None), "?year=2023");

        var delta = answer["deltas"]!.AsArray().ShouldHaveSingleItem()!;
        delta["absolute"]!.GetValue<decimal>().ShouldBe(76);
        delta["basis"]!.GetValue<string>().ShouldBe("2022");
        delta["verdict"]!.GetValue<string>().ShouldBe("confirmed");
        (await GetAsync(app, r => app.Get<GetDeltas>().Run(r, None), "?verdict=contradicted")).Answer["deltas"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Observations_have_the_sentence_and_its_place()
    {
        await using var app = await ReadyAsync();

        var (_, answer) = await GetAsync(app, r => app.Get<GetObservations>().Run(r, "soc-trang", "telecom.base_stations", "2023", None), "");

        var observation = answer["observations"]!.AsArray().ShouldHaveSingleItem()!;
        observation["sentence"]!["text"]!.GetValue<string>().ShouldBe(Text);
        observation["source"]!.ToJsonString().ShouldBe(new JsonObject { ["start"] = 13, ["end"] = 23, ["text"] = "1.422 trạm" }.ToJsonString());
        observation["document"]!.GetValue<string>().ShouldBe(DocumentId.Of(Name));
        observation["chosen"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_parameter_is_a_problem_that_says_what_is_allowed()
    {
        await using var app = await ReadyAsync();

        var (status, answer) = await GetAsync(app, r => app.Get<GetData>().Run(r, None), "?indicator=telecom.base_station");

        status.ShouldBe(400);
        answer["parameter"]!.GetValue<string>().ShouldBe("indicator");
        answer["value"]!.GetValue<string>().ShouldBe("telecom.base_station");
        answer["nearest"]!.GetValue<string>().ShouldBe("telecom.base_stations");
    }

    [Fact]
    public async Task More_cells_than_allowed_is_413()
    {
        await using var app = await ReadyAsync();

        (await GetAsync(app, r => app.Get<GetData>().Run(r, None), "?year=1945..2100")).Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_document_is_uploaded_listed_read_and_removed()
    {
        await using var app = await TestApp.StartAsync(azurite, Read);
        var put = await SendAsync(app, r => app.Get<WriteDocuments>().Put(r, "a b.txt", None), "?province=soc-trang&title=B%C3%A1o%20c%C3%A1o", Text);
        put.Response.StatusCode.ShouldBe(202);
        var id = DocumentId.Of("a b.txt");
        put.Response.Headers.Location.ToString().ShouldBe($"/api/v1/documents/{id}");
        await app.Ingest.IngestAsync("a b.txt", None);
        var documents = app.Get<ReadDocuments>();

        var (_, list) = await GetAsync(app, r => documents.List(r, None), "?status=extracted&province=soc-trang");
        list["documents"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(id);
        (await GetAsync(app, r => documents.Get(r, id, None), "")).Answer["observations"]!.AsArray().Count.ShouldBe(2);
        (await TextAsync(app, r => documents.GetText(r, id, None), "")).Body.ShouldBe(Text);
        (await SendAsync(app, r => app.Get<WriteDocuments>().Delete(r, id, None), "", "")).Response.StatusCode.ShouldBe(204);
        (await GetAsync(app, r => documents.Get(r, id, None), "")).Status.ShouldBe(404);
        (await app.SnapshotAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_list_of_documents_is_walked_page_by_page_without_loss()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var names = Enumerable.Range(0, 7).Select(i => Invariant($"{i}.txt")).ToList();
        foreach (var name in names)
        {
            await app.UploadAsync(name, "text");
            await app.Ingest.IngestAsync(name, None);
        }
        var seen = new List<string>();
        string? next = null;
        do
        {
            var (_, page) = await GetAsync(app, r => app.Get<ReadDocuments>().List(r, None), "?limit=3" + (next is null ? "" : $"&next={next}"));
            page["documents"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page["documents"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);

        seen.Order(StringComparer.Ordinal).ShouldBe(names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_beyond_the_limit_is_refused_and_leaves_nothing(bool saysItsLength)
    {
        await using var app = await TestApp.StartAsync(azurite, maxBytes: "10");

        var context = await SendAsync(app, r => app.Get<WriteDocuments>().Put(r, "a.txt", None), "", "12345678901", saysItsLength);

        context.Response.StatusCode.ShouldBe(413);
        (await app.Get<DocumentBlobs>().FindAsync("a.txt", None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("?q=tram%20bts", "telecom.base_stations")]
    [InlineData("?q=BASE_STATIONS_4G", "telecom.base_stations_4g")]
    public async Task Indicators_are_found_by_code_or_by_name_without_tone_marks(string query, string expected)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (_, answer) = await GetAsync(app, r => app.Get<GetCatalogue>().Indicators(r, None), query);

        answer["indicators"]!.AsArray().Select(i => i!["code"]!.GetValue<string>()).ShouldContain(expected);
    }

    [Fact]
    public async Task Health_tells_of_the_storage_and_of_waiting_work()
    {
        await using var app = await ReadyAsync();

        var (status, answer) = await GetAsync(app, r => app.Get<GetHealth>().Run(r, None), "");

        status.ShouldBe(200);
        answer["seriesWaiting"]!.GetValue<int>().ShouldBe(0);
        answer["lastAggregation"].ShouldNotBeNull();
    }

    static string Catalogued() => Indicators.Catalogue.IndicatorCatalogue.Default.Find("telecom.base_stations")!.NameVi;

    static Observation Stations(string text, string words, decimal value, int year)
    {
        var start = Math.Max(0, text.IndexOf(words, StringComparison.Ordinal));
        return new Observation
        {
            Indicator = "telecom.base_stations",
            Label = "trạm",
            Value = value,
            Unit = Unit.Count,
            Period = Period.OfYear(year),
            Source = new SourceSpan(start, Math.Min(text.Length, start + words.Length)),
            Sentence = new SourceSpan(0, text.Length),
        };
    }

    async Task<TestApp> ReadyAsync()
    {
        var app = await TestApp.StartAsync(azurite, Read);
        await app.UploadAsync(Name, Text);
        await app.Ingest.IngestAsync(Name, None);
        await app.Rebuild.RunAsync(None);
        return app;
    }

    static async Task<(int Status, JsonNode Answer)> GetAsync(TestApp app, Func<HttpRequest, Task<IResult>> function, string query)
    {
        var (status, body) = await TextAsync(app, function, query);
        return (status, JsonNode.Parse(body)!);
    }

    static async Task<(int Status, string Body)> TextAsync(TestApp app, Func<HttpRequest, Task<IResult>> function, string query)
    {
        var context = await SendAsync(app, function, query, null);
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body, Encoding.UTF8);
        return (context.Response.StatusCode, await reader.ReadToEndAsync());
    }

    static async Task<HttpContext> SendAsync(
        TestApp app, Func<HttpRequest, Task<IResult>> function, string query, string? body, bool saysItsLength = true)
    {
        _ = app;
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.QueryString = new QueryString(query);
        context.Request.Body = new MemoryStream(bytes);
        context.Request.ContentLength = saysItsLength ? bytes.Length : null;
        context.Response.Body = new MemoryStream();
        var result = await function(context.Request);
        await result.ExecuteAsync(context);
        return context;
    }
}

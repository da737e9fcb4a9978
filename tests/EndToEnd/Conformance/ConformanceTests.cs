using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace ServerlessIct.EndToEnd.Tests.Conformance;

/// <summary>The API over real HTTP: each line of answers.txt, and what a line cannot say.</summary>
public sealed class ConformanceTests(SharedSystem shared)
{
    public static TheoryData<int, string> Rows => [.. AnswerRow.All.Select((row, i) => ((int, string))(i, row.ToString()))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_is_answered_as_the_table_says(int row, string what)
    {
        var expected = AnswerRow.All[row];
        using var answer = await SendAsync(new HttpMethod(expected.Method), expected.Address, expected.Header);
        var body = await TextAsync(answer);

        ((int)answer.StatusCode).ShouldBe(expected.Status, $"{what}: {body}");
        if (expected.Type == "-") (body, answer.Content.Headers.ContentType).ShouldBe(("", null), what);
        else if (expected.Type.Length > 0) answer.Content.Headers.ContentType?.MediaType.ShouldBe(expected.Type, what);
        foreach (var part in expected.Parts) body.ShouldContain(part, Case.Sensitive, what);
        if (expected.Method == "HEAD") body.ShouldBeEmpty();
        body.ShouldNotContain(shared.System.Keys!.Default);
    }

    [Fact]
    public void The_table_has_two_hundred_lines_or_more() => AnswerRow.All.Count.ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public async Task Every_documented_example_is_answered()
    {
        var description = await shared.Api.GetAsync("api/v1/openapi.json");
        var examples = description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .Where(o => o.Value.TryGetProperty("x-examples", out _)).SelectMany(o => o.Value.GetProperty("x-examples").EnumerateArray()).Select(e => e.GetString()!).ToList();

        examples.Count.ShouldBeGreaterThan(15);
        foreach (var example in examples)
        {
            using var answer = await shared.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, example));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, example);
        }
    }

    [Theory]
    [InlineData("api/v1/data?province=soc-trang&indicator=telecom.base_stations&year=2022..2023")]
    [InlineData("api/v1/data?year=2022..2024")]
    [InlineData("api/v1/data?province=soc-trang,son-la,ca-mau&kind=actual,target")]
    [InlineData("api/v1/data?province=ca-mau&year=1950")]
    public async Task Json_stat_follows_its_schema_and_is_read_back_with_the_values_of_the_series(string address)
    {
        var dataset = await shared.Api.GetAsync(address + "&format=json-stat");
        var series = (await shared.Api.GetAsync(address)).GetProperty("series");

        var complaints = await (await ApiCheck.OfAsync(shared.System.Endpoint)).ComplaintsAsync(dataset, PointsOf(series));

        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("api/v1/rankings/telecom.base_stations/2023", 1)]
    [InlineData("api/v1/rankings/telecom.base_stations/1950", 0)]
    public async Task A_ranking_is_a_cube_of_its_values(string address, int provinces)
    {
        var dataset = await shared.Api.GetAsync(address + "?format=json-stat");
        var ranking = await shared.Api.GetAsync(address);

        var points = ranking.GetProperty("ranking").EnumerateArray().Select(r => new
        {
            province = r.GetProperty("province").GetString(), indicator = "telecom.base_stations", kind = "actual", period = "2023", value = r.GetProperty("value").GetDecimal(), status = "A",
        }).ToList();
        var complaints = await (await ApiCheck.OfAsync(shared.System.Endpoint)).ComplaintsAsync(dataset, points);

        complaints.ShouldBeEmpty();
        points.Count.ShouldBe(provinces);
    }

    [Theory]
    [InlineData("api/v1/data?province=soc-trang")]
    [InlineData("api/v1/data.csv?province=soc-trang")]
    [InlineData("api/v1/deltas?province=soc-trang")]
    [InlineData("api/v1/indicators")]
    [InlineData("api/v1/documents")]
    [InlineData("api/v1/observations/soc-trang/telecom.base_stations/2023")]
    [InlineData("api/v1/openapi.json")]
    public async Task Who_has_an_answer_is_told_so_and_gets_no_body(string address)
    {
        using var first = await SendAsync(HttpMethod.Get, address, "");
        var version = first.Headers.ETag.ShouldNotBeNull();
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();

        foreach (var known in (string[])[version.ToString(), $"\"other\", {version}", "*"])
        {
            using var again = await SendAsync(HttpMethod.Get, address, "If-None-Match: " + known);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, known);
            again.Headers.ETag.ShouldBe(version);
        }
        using var other = await SendAsync(HttpMethod.Get, address, "If-None-Match: \"other\"");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(other)).ShouldBe(await TextAsync(first));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    public async Task An_answer_comes_as_small_as_the_client_can_read(string accepted, string? encoding)
    {
        using var plain = await SendAsync(HttpMethod.Get, "api/v1/indicators", "");
        using var answer = await SendAsync(HttpMethod.Get, "api/v1/indicators", "Accept-Encoding: " + accepted);

        answer.Content.Headers.ContentEncoding.FirstOrDefault().ShouldBe(encoding);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        (await TextAsync(answer)).ShouldBe(await TextAsync(plain));
        if (encoding is not null) (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan((await plain.Content.ReadAsByteArrayAsync()).Length / 3);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_and_nothing_else()
    {
        using var answer = await SendAsync(HttpMethod.Get, "api/v1/data?province=soc-trang", "Origin: https://example.org");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var asked = await SendAsync(HttpMethod.Options, "api/v1/documents/a.txt", "Origin: https://example.org");
        asked.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET, HEAD, OPTIONS"]);
        asked.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("x-functions-key");
        asked.Content.Headers.Allow.ShouldContain("PUT");
    }

    /// <summary>Keys of the host are checked by the platform before the app is asked; so it is there that a wrong one ends.</summary>
    [Fact]
    public async Task Every_request_that_writes_is_described_as_turned_away_by_the_host_without_a_body()
    {
        var description = await shared.Api.GetAsync("api/v1/openapi.json");
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToList();
        var writes = operations.Where(o => o.Name is not "get").ToList();

        writes.Count.ShouldBe(5);
        foreach (var (write, refused) in writes.Select(o => (o.Value, o.Value.GetProperty("responses").GetProperty("401"))))
        {
            refused.TryGetProperty("content", out _).ShouldBeFalse();
            refused.GetProperty("description").GetString()!.ShouldContain("without a body");
            write.GetProperty("security").EnumerateArray().Select(s => s.EnumerateObject().Single().Name).ShouldBe(["host", "hostInQuery"]);
        }
        using var read = await SendAsync(HttpMethod.Get, "api/v1/data", "no-key");
        read.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("ApiKey");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task The_list_of_documents_can_be_walked_by_its_links_which_hold_no_key(string format)
    {
        var (next, pages) = ($"/api/v1/documents?limit=3&status=extracted,rejected&format={format}&code={shared.System.Keys!.Default}", 0);
        while (next is not null && pages < 50)
        {
            using var page = await SendAsync(HttpMethod.Get, next.TrimStart('/'), "");
            page.StatusCode.ShouldBe(HttpStatusCode.OK, next);
            pages++;
            next = page.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            if (next is null) continue;
            next.ShouldEndWith("; rel=\"next\"");
            next.ShouldNotContain("code=");
            next = next[1..next.IndexOf('>', StringComparison.Ordinal)];
        }
        pages.ShouldBeInRange(4, 49);
    }

    [Theory]
    [InlineData("api/v1/data.csv", "data.csv")]
    [InlineData("api/v1/data?format=csv", "data.csv")]
    [InlineData("api/v1/growth?indicator=telecom.base_stations&from=2022&to=2023&format=csv", "growth.csv")]
    [InlineData("api/v1/quality?format=csv", "quality.csv")]
    [InlineData("api/v1/corrections?format=csv", "corrections.csv")]
    [InlineData("api/v1/export?province=soc-trang", "observations.csv")]
    [InlineData("api/v1/export?province=soc-trang&format=ndjson", "observations.ndjson")]
    public async Task A_browser_saves_a_table_under_its_name(string address, string file)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, "");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename=\"{file}\"");
    }

    [Theory]
    [InlineData("api/v1/data?province=soc-trang")]
    [InlineData("api/v1/data.csv?province=soc-trang&bom=true")]
    [InlineData("api/v1/data?province=soc-trang&format=json-stat")]
    [InlineData("api/v1/quality?format=csv")]
    [InlineData("api/v1/openapi.json")]
    [InlineData("api/v1/documents?limit=2")]
    [InlineData("api/v1/data?province=atlantis")]
    public async Task HEAD_has_the_headers_of_GET(string address)
    {
        using var get = await SendAsync(HttpMethod.Get, address, "");
        using var head = await SendAsync(HttpMethod.Head, address, "");

        Headers(head).ShouldBe(Headers(get));
        head.Content.Headers.ContentLength.ShouldBe((await get.Content.ReadAsByteArrayAsync()).Length);

        static IEnumerable<string> Headers(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
            .Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
    }

    [Fact]
    public async Task The_order_of_an_answer_does_not_depend_on_the_order_of_the_question()
    {
        var one = await shared.Api.GetAsync("api/v1/data?province=son-la,soc-trang&indicator=telecom.base_stations,telecom.base_stations_4g&year=2023,2022");
        var other = await shared.Api.GetAsync("api/v1/data?year=2022..2023&indicator=telecom.base_stations_4g,telecom.base_stations&province=soc-trang,son-la");

        one.GetRawText().ShouldBe(other.GetRawText());
    }

    Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string header)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(method, new Uri(shared.System.Endpoint + address, options));
        if (method == HttpMethod.Put) request.Content = new StringContent("Toàn tỉnh có 5 trạm.");
        if (header.Split(": ", 2) is [var name, var value]) request.Headers.TryAddWithoutValidation(name, value);
        return shared.Api.SendAsync(request, withKey: header != "no-key");
    }

    static IEnumerable<object> PointsOf(JsonElement series) =>
        from s in series.EnumerateArray()
        from p in s.GetProperty("points").EnumerateArray()
        let value = p.GetProperty("value")
        where value.ValueKind == JsonValueKind.Null || p.GetProperty("unit").GetString() == s.GetProperty("unit").GetString()
        select new
        {
            province = s.GetProperty("province").GetString(),
            indicator = s.GetProperty("indicator").GetString(),
            kind = s.GetProperty("kind").GetString(),
            period = p.GetProperty("period").GetString(),
            value = value.ValueKind == JsonValueKind.Null ? (decimal?)null : value.GetDecimal(),
            status = value.ValueKind == JsonValueKind.Null ? "A" : p.GetProperty("status").GetString(),
        };

    static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var body = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        // With its byte order mark, where it has one.
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}

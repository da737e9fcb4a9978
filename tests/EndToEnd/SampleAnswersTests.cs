using System.Net;
using System.Text.Json;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>From the sample files to the answers of the API, through real storage and the app's own process.</summary>
public sealed class SampleAnswersTests(SharedSystem shared)
{
    [Fact]
    public void Every_sample_is_uploaded_and_finished() => shared.SamplesAreLoaded.ShouldBeTrue(string.Join('\n', shared.Lines));

    [Fact]
    public async Task The_series_has_the_values_of_both_years()
    {
        var answer = await shared.Api.GetAsync("api/v1/data?province=soc-trang&indicator=telecom.base_stations&year=2022..2023");
        var points = answer.GetProperty("series").EnumerateArray().ShouldHaveSingleItem().GetProperty("points").EnumerateArray();
        points.Select(p => (p.GetProperty("period").GetString(), p.GetProperty("value").GetDecimal())).ShouldBe([("2022", 1346m), ("2023", 1422m)]);
    }

    [Fact]
    public async Task The_change_is_computed_and_confirmed_by_the_report()
    {
        var answer = await shared.Api.GetAsync("api/v1/deltas?year=2023");
        var delta = answer.GetProperty("deltas").EnumerateArray()
            .Where(d => d.GetProperty("province").GetString() == "soc-trang" && d.GetProperty("indicator").GetString() == "telecom.base_stations"
                && d.GetProperty("period").GetString() == "2023")
            .ShouldHaveSingleItem();
        delta.GetProperty("absolute").GetDecimal().ShouldBe(76m);
        delta.GetProperty("verdict").GetString().ShouldBe("confirmed");
    }

    [Fact]
    public async Task Behind_the_number_stands_the_sentence_at_its_place_in_the_text()
    {
        var answer = await shared.Api.GetAsync("api/v1/observations/soc-trang/telecom.base_stations/2023");
        var observations = answer.GetProperty("observations").EnumerateArray().ToList();
        observations.ShouldContain(o => o.GetProperty("chosen").GetBoolean() && o.GetProperty("value").GetDecimal() == 1422m);
        foreach (var observation in observations)
        {
            var sentence = observation.GetProperty("sentence");
            sentence.GetProperty("text").GetString()!.ShouldContain("1.422");
            var text = await TextOfAsync(observation.GetProperty("document").GetString()!);
            text[sentence.GetProperty("start").GetInt32()..sentence.GetProperty("end").GetInt32()].ShouldBe(sentence.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task The_samples_hold_one_document_without_statistics_and_one_that_cannot_be_read()
    {
        var documents = await shared.Api.DocumentsAsync();
        documents.ShouldContain(d => d.GetProperty("status").GetString() == "extracted" && d.GetProperty("observationCount").GetInt32() == 0);
        documents.ShouldContain(d => d.GetProperty("status").GetString() == "rejected" && d.GetProperty("error").GetString()!.Length > 20);
        documents.ShouldNotContain(d => d.GetProperty("status").GetString() == "failed");
    }

    [Theory]
    [InlineData("api/v1/data?province=soc-trang")]
    [InlineData("api/v1/deltas?year=2023")]
    [InlineData("api/v1/observations/soc-trang/telecom.base_stations/2023")]
    [InlineData("api/v1/documents")]
    public async Task Nothing_is_answered_without_a_key(string address)
    {
        using var http = new HttpClient { BaseAddress = shared.System.Endpoint };
        using var response = await http.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_address_of_the_app_says_where_to_ask()
    {
        using var http = new HttpClient { BaseAddress = shared.System.Endpoint };
        using var response = await http.GetAsync("");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        (await response.Content.ReadAsStringAsync()).ShouldContain("href=\"api/v1/openapi.json\"");
    }

    [Fact]
    public async Task No_key_stands_in_the_log()
    {
        await using var stream = new FileStream(shared.System.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var log = await reader.ReadToEndAsync();
        log.ShouldNotBeEmpty();
        log.ShouldNotContain(shared.System.Keys!.Default);
        log.ShouldNotContain(shared.System.Keys!.Master);
    }

    async Task<string> TextOfAsync(string document)
    {
        using var http = new HttpClient { BaseAddress = shared.System.Endpoint, DefaultRequestHeaders = { { "x-functions-key", shared.System.Keys!.Default } } };
        return await http.GetStringAsync($"api/v1/documents/{document}/text");
    }
}

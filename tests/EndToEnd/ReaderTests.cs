using System.Net;
using System.Text.Json;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>What readers may, and how fast, over real HTTP.</summary>
public sealed class ReaderTests(LimitedSystem limited) : IClassFixture<LimitedSystem>
{
    const int Enough = 10 * LimitedSystem.PerMinute;
    const string Address = "api/v1/provinces?q=hue&fields=slug", Unknown = "api/v1/documents/ffffffffffffffffffffffffffffffff";

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_then_let_in_while_others_are_not_held_up()
    {
        var passed = 0;
        const string key = LimitedSystem.Hasty;
        var answer = await SendAsync(HttpMethod.Get, Address, key);
        while (answer.StatusCode == HttpStatusCode.OK && ++passed < Enough)
        {
            answer.Dispose();
            answer = await SendAsync(HttpMethod.Get, Address, key);
        }
        using var refused = answer;
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        passed.ShouldBeGreaterThanOrEqualTo(LimitedSystem.PerMinute);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        refused.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("Retry-After");
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        wait.TotalSeconds.ShouldBeInRange(1, 60);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("allowed").GetString().ShouldBe("20 requests a minute");

        (await StatusAsync(HttpMethod.Get, Address, LimitedSystem.Reader)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(HttpMethod.Get, "api/v1/health", key)).ShouldBe(HttpStatusCode.OK);
        await Task.Delay(wait);
        (await StatusAsync(HttpMethod.Get, Address, key)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_limit_holds_for_what_writes_too()
    {
        var status = HttpStatusCode.NotFound;
        for (var i = 0; i < Enough && status == HttpStatusCode.NotFound; i++) status = await StatusAsync(HttpMethod.Delete, Unknown, limited.Keys.Default);

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(HttpMethod.Delete, Unknown, limited.Keys.Master)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "api/v1/data", HttpStatusCode.OK)]
    [InlineData("GET", "api/v1/export", HttpStatusCode.OK)]
    [InlineData("GET", "api/v1/documents", HttpStatusCode.OK)]
    [InlineData("PUT", "api/v1/documents/a.txt", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", Unknown, HttpStatusCode.Unauthorized)]
    [InlineData("POST", Unknown + "/reprocess", HttpStatusCode.Unauthorized)]
    [InlineData("PUT", "api/v1/corrections/slip", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "api/v1/corrections/slip", HttpStatusCode.Unauthorized)]
    public async Task A_key_of_a_reader_reads_and_writes_nothing(string method, string address, HttpStatusCode status) =>
        (await StatusAsync(new HttpMethod(method), address, LimitedSystem.Reader)).ShouldBe(status);

    Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string key) =>
        limited.Api.SendAsync(new HttpRequestMessage(method, address) { Headers = { { "x-functions-key", key } } });

    async Task<HttpStatusCode> StatusAsync(HttpMethod method, string address, string key)
    {
        using var answer = await SendAsync(method, address, key);
        return answer.StatusCode;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace ServerlessIct.Local.Host.Tests.Http;

[Collection(nameof(HttpHost))]
public sealed class ForwardingTests(HttpHost shared)
{
    [Fact]
    public async Task Path_query_body_and_headers_reach_the_function_as_they_were_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/echo/B%C3%A1o%20c%C3%A1o/a%2Fb/c+d?n=%C4%91&x=1&x=2") { Content = new StringContent("gửi đi") };
        request.Headers.Add("Accept", "text/x");
        request.Headers.Add("X-Own", ["a", "b"]);

        var seen = await EchoAsync(request);

        seen.GetProperty("method").GetString().ShouldBe("POST");
        seen.GetProperty("path").GetString().ShouldBe("Báo cáo/a%2Fb/c+d");
        seen.GetProperty("requestPath").GetString().ShouldBe("/api/echo/Báo cáo/a%2Fb/c+d");
        seen.GetProperty("query").GetString().ShouldBe("?n=%C4%91&x=1&x=2");
        seen.GetProperty("body").GetString().ShouldBe("gửi đi");
        seen.GetProperty("headers").GetProperty("Accept").GetString().ShouldBe("text/x");
        seen.GetProperty("headers").GetProperty("X-Own").GetString().ShouldBe("a, b");
    }

    [Fact]
    public async Task What_a_client_says_of_the_invocation_and_of_its_address_is_overwritten()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/echo/x");
        request.Headers.Add("x-ms-invocation-id", "somebody-elses");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        var seen = await EchoAsync(request);

        Guid.TryParse(seen.GetProperty("headers").GetProperty("x-ms-invocation-id").GetString(), out _).ShouldBeTrue();
        IPAddress.IsLoopback(IPAddress.Parse(seen.GetProperty("caller").GetString()!)).ShouldBeTrue();
        seen.GetRawText().ShouldNotContain("203.0.113.7");
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.NoContent)]
    [InlineData("GET", HttpStatusCode.NotModified)]
    [InlineData("GET", (HttpStatusCode)418)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    public async Task Status_and_headers_of_an_answer_are_the_function_s(string method, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), string.Create(CultureInfo.InvariantCulture, $"api/status/{(int)status}"));

        using var answer = await shared.Host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
        answer.Headers.GetValues("X-Of-Function").ShouldBe(["one", "two"]);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_body_is_passed_on_and_not_kept()
    {
        const int pieces = 24;
        var piece = RandomNumberGenerator.GetBytes(1 << 20);
        using var expected = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < pieces; i++) expected.AppendData(piece);
        var before = GC.GetTotalAllocatedBytes();

        using var content = new PieceContent(piece, pieces, TimeSpan.Zero);
        using var answer = await shared.Host.Http.PutAsync("api/upload", content);

        (await answer.Content.ReadAsStringAsync()).ShouldBe($"{(pieces << 20).ToString(CultureInfo.InvariantCulture)} {Convert.ToHexString(expected.GetHashAndReset())}");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(pieces << 19);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_not_taken_for_the_whole() =>
        await Should.ThrowAsync<HttpRequestException>(() => shared.Host.Http.GetStringAsync("api/pieces?breaks=true"));

    [Fact]
    public async Task A_body_may_come_slowly_and_without_its_length()
    {
        using var content = new PieceContent("abc"u8.ToArray(), 3, TimeSpan.FromMilliseconds(200));
        using var answer = await shared.Host.Http.PutAsync("api/upload", content);

        (await answer.Content.ReadAsStringAsync()).ShouldBe($"9 {Convert.ToHexString(SHA256.HashData("abcabcabc"u8))}");
    }

    [Fact]
    public async Task An_answer_is_passed_on_as_it_is_written()
    {
        using var answer = await shared.Host.Http.GetAsync("api/pieces", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[10];

        (await body.ReadAsync(buffer)).ShouldBe(1);
        (await body.ReadAtLeastAsync(buffer, 10, throwOnEndOfStream: false)).ShouldBe(2);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused()
    {
        using var content = new ByteArrayContent(new byte[HttpHost.BodyLimit + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/upload") { Content = content };
        request.Headers.ExpectContinue = true;

        using var answer = await shared.Host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_function_that_throws_answers_500_and_the_log_says_why()
    {
        (await shared.Host.Http.GetAsync("api/throwing")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);

        await shared.Host.LogsAsync("The function threw at /api/throwing.");
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function()
    {
        using var gone = new CancellationTokenSource();
        var asked = shared.Host.Http.GetAsync("api/patient", gone.Token);
        await shared.Host.SeesAsync("patient began");

        await gone.CancelAsync();

        await shared.Host.SeesAsync("patient cancelled");
        await Should.ThrowAsync<OperationCanceledException>(asked);
    }

    [Fact]
    public async Task Many_requests_at_once_get_each_its_own_answer()
    {
        var asked = Enumerable.Range(0, 300).Select(async i =>
        {
            var own = i.ToString(CultureInfo.InvariantCulture);
            return (own, (await shared.Host.Http.GetFromJsonAsync<JsonElement>("api/echo/" + own)).GetProperty("path").GetString());
        });

        foreach (var (own, answered) in await Task.WhenAll(asked)) answered.ShouldBe(own);
    }

    async Task<JsonElement> EchoAsync(HttpRequestMessage request)
    {
        using var answer = await shared.Host.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The same piece some times, with pauses, in chunks.</summary>
    sealed class PieceContent(byte[] piece, int count, TimeSpan pause) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < count; i++)
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
                if (pause > TimeSpan.Zero) await Task.Delay(pause);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

using System.Net;
using System.Text;
using System.Text.Json;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>Whatever is dropped into the container comes to an end with a reason, and the app lives on.</summary>
public sealed class BadInputTests(SharedSystem shared)
{
    readonly int? worker = shared.System.Host.WorkerProcessId;

    const string Sentence = "Năm 2023, tỉnh Sóc Trăng có 1.422 trạm thu phát sóng thông tin di động, tăng 76 trạm so với năm 2022.";

    public static TheoryData<string, string, byte[]> Unreadable => new()
    {
        { "an empty file", "soc-trang/empty.txt", [] },
        { "blanks only", "soc-trang/blank.txt", "\r\n  \t\r\n"u8.ToArray() },
        { "a picture named .txt", "soc-trang/picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[500]] },
        { "random bytes named .txt", "soc-trang/random.txt", RandomBytes(4_096) },
        { "a text of 60 MB", "soc-trang/large.txt", Repeated(Sentence + "\n", 60_000_000) },
    };

    // Listing these cases would write out every byte of them, 60 MB among them.
    [Theory]
    [MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_read_is_rejected_with_a_reason(string what, string name, byte[] content)
    {
        await shared.Api.DropAsync(name, content);
        var document = await shared.Api.FinishedAsync(name);
        document.GetProperty("status").GetString().ShouldBe("rejected", what);
        document.GetProperty("error").GetString()!.Length.ShouldBeGreaterThan(20, what);
        await TheAppIsWell();
    }

    [Fact]
    public async Task Text_that_is_no_UTF_8_is_read_in_another_encoding_or_rejected_with_a_reason()
    {
        const string name = "soc-trang/invalid-utf8.txt";
        await shared.Api.DropAsync(name, [.. Encoding.UTF8.GetBytes(Sentence), 0xC3, 0x28, 0xFF, 0xFE, 0xE2, 0x82]);
        var document = await shared.Api.FinishedAsync(name);
        if (document.GetProperty("status").GetString() == "rejected") document.GetProperty("error").GetString()!.Length.ShouldBeGreaterThan(20);
        else document.GetProperty("status").GetString().ShouldBe("extracted");
        await TheAppIsWell();
    }

    [Theory]
    [InlineData("soc-trang/báo cáo 'quý 1' \"2023\".txt")]
    [InlineData("soc-trang/a/b/c/d.txt")]
    [InlineData("soc-trang/📈 viễn thông 🇻🇳.txt")]
    [InlineData("soc-trang/100% & more + #1?=;.txt")]
    [InlineData("no-such-province/báo cáo.txt")]
    public async Task A_strange_name_is_a_name(string name)
    {
        using (var answer = await shared.Api.PutAsync(name, Encoding.UTF8.GetBytes(Sentence))) answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await shared.Api.FinishedAsync(name)).GetProperty("status").GetString().ShouldBe("extracted");
        await TheAppIsWell();
    }

    [Fact]
    public async Task A_name_of_900_characters_is_a_name()
    {
        var name = "soc-trang/" + string.Join('/', Enumerable.Repeat(new string('a', 88), 10)) + ".txt";
        name.Length.ShouldBeInRange(890, 910);
        using (var answer = await shared.Api.PutAsync(name, Encoding.UTF8.GetBytes(Sentence))) answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await shared.Api.FinishedAsync(name)).GetProperty("status").GetString().ShouldBe("extracted");
        await TheAppIsWell();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task An_upload_of_60_MB_is_refused_with_what_is_allowed(bool isChunked, bool expectsContinue)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/documents/soc-trang/upload.txt") { Content = new ByteArrayContent(Repeated(Sentence, 60_000_000)) };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = expectsContinue;
        using var answer = await shared.Api.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("allowed").GetInt64().ShouldBeGreaterThan(0);
        await TheAppIsWell();
    }

    [Fact]
    public async Task Nothing_is_tried_for_ever()
    {
        const string name = "soc-trang/once.txt";
        await shared.Api.DropAsync(name, []);
        var first = await shared.Api.FinishedAsync(name);
        // Other documents come and go; the rejected one is left as it was.
        await shared.Api.DropAsync("soc-trang/other.txt", Encoding.UTF8.GetBytes(Sentence));
        await shared.Api.FinishedAsync("soc-trang/other.txt");
        (await shared.Api.FinishedAsync(name)).GetProperty("updatedAt").GetString().ShouldBe(first.GetProperty("updatedAt").GetString());
    }

    async Task TheAppIsWell()
    {
        shared.System.Host.WorkerProcessId.ShouldBe(worker);
        (await shared.Api.GetAsync("api/v1/health")).GetProperty("status").GetString().ShouldBe("ok");
    }

    static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(20231231).NextBytes(bytes);
        return bytes;
    }

    static byte[] Repeated(string text, int bytes)
    {
        var one = Encoding.UTF8.GetBytes(text);
        var all = new byte[bytes];
        for (var at = 0; at < bytes; at += one.Length) one.AsSpan(0, Math.Min(one.Length, bytes - at)).CopyTo(all.AsSpan(at));
        return all;
    }
}

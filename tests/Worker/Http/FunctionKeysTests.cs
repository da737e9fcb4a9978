using System.Net;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Http;

public sealed class FunctionKeysTests(AzuriteFixture azurite)
{
    static TestApplication Keyed(bool required) => new TestApplication(typeof(Locked)).With(
        ("Keys:Required", required ? "true" : null),
        ("Keys:_master", "master-key"),
        ("Keys:default", "default-key"),
        ("Keys:functions:Mine", "mine-key"),
        ("Keys:blobs_extension", "events-key"));

    const HttpStatusCode Ok = HttpStatusCode.OK;
    const HttpStatusCode No = HttpStatusCode.Unauthorized;

    [Theory]
    [InlineData("api/open", null, Ok)]
    [InlineData("api/open", "wrong", Ok)]
    [InlineData("api/unsaid", null, Ok)]
    [InlineData("api/mine", null, No)]
    [InlineData("api/mine", "", No)]
    [InlineData("api/mine", "wrong", No)]
    [InlineData("api/mine", "MINE-KEY", No)]
    [InlineData("api/mine", "mine-key ", Ok)] // the header's own blanks are not part of its value
    [InlineData("api/mine", "mine-key", Ok)]
    [InlineData("api/mine", "default-key", Ok)]
    [InlineData("api/mine", "master-key", Ok)]
    [InlineData("api/mine", "events-key", No)]
    [InlineData("api/other", "mine-key", No)]
    [InlineData("api/other", "default-key", Ok)]
    [InlineData("api/defaulted", null, No)]
    [InlineData("api/defaulted", "default-key", Ok)]
    [InlineData("api/administrator", "default-key", No)]
    [InlineData("api/administrator", "mine-key", No)]
    [InlineData("api/administrator", "master-key", Ok)]
    [InlineData("admin/host/status", null, No)]
    [InlineData("admin/host/status", "default-key", No)]
    [InlineData("admin/host/status", "events-key", No)]
    [InlineData("admin/host/status", "master-key", Ok)]
    public async Task A_function_admits_the_keys_of_its_level(string path, string? key, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(Keyed(required: true));

        using var byHeader = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            byHeader.Headers.TryAddWithoutValidation("x-functions-key", key);
        (await host.Http.SendAsync(byHeader)).StatusCode.ShouldBe(expected);

        var byQuery = key is null ? path : $"{path}?code={Uri.EscapeDataString(key.Trim())}";
        (await host.Http.GetAsync(byQuery)).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("wrong", "mine-key", No)]
    [InlineData("mine-key", "wrong", Ok)]
    public async Task The_header_counts_before_the_query(string header, string query, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(Keyed(required: true));
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/mine?code=" + query);
        request.Headers.Add("x-functions-key", header);

        (await host.Http.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("api/open")]
    [InlineData("api/mine")]
    [InlineData("api/administrator")]
    [InlineData("admin/host/status")]
    public async Task Nothing_is_asked_for_unless_keys_are_required(string path)
    {
        await using var host = await TestHost.StartAsync(Keyed(required: false));

        (await host.Http.GetAsync(path)).StatusCode.ShouldBe(Ok);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("default-key", HttpStatusCode.Unauthorized)]
    [InlineData("events-key", HttpStatusCode.Accepted)]
    [InlineData("master-key", HttpStatusCode.Accepted)]
    public async Task The_webhook_admits_the_key_of_its_extension(string? key, HttpStatusCode expected)
    {
        var application = new TestApplication(typeof(Blobs.NameOfBlob)).On(azurite).With([("Container", TestHost.NewName("c")), .. Keyed(required: true).Settings.Select(s => (s.Key, s.Value))]);
        await using var host = await TestHost.StartAsync(application);

        var code = key is null ? "" : "&code=" + key;
        (await host.PostJsonAsync("runtime/webhooks/blobs?functionName=Host.Functions.NameOfBlob" + code, "[]")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public void Keys_that_are_required_but_not_there_are_a_mistake()
    {
        var application = new TestApplication(typeof(Locked)).With(("Keys:Required", "true"));

        Should.Throw<Worker.Hosting.StartupException>(() => TestHost.BuildOnly(application)).Problems.ShouldBe(
            ["Settings: Keys.Required is true but there is no Keys._master; without it nobody could reach the functions' administration."]);
    }
}

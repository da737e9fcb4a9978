using System.Net;
using System.Text;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Http;

public sealed class KeyTests(KeyTests.KeyedHost shared) : IClassFixture<KeyTests.KeyedHost>
{
    const HttpStatusCode Ok = HttpStatusCode.OK, No = HttpStatusCode.Unauthorized, TooLittle = HttpStatusCode.Forbidden;

    /// <summary>A host that asks for keys.</summary>
    public sealed class KeyedHost(AzuriteFixture azurite) : IAsyncLifetime
    {
        TestHost? host;

        internal TestHost Host => host!;

        public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(
            TestApp.Settings(azurite.ConnectionString, "Open", "Keyed", "Administrator", "Announced", "EnvironmentOfWorker"),
            new FunctionsHostOptions { Keys = new HostKeys("master-key", "default-key", "blobs-key") });

        public async ValueTask DisposeAsync()
        {
            if (host is not null) await host.DisposeAsync();
        }
    }

    // Each as the real host answers.
    [Theory]
    [InlineData("api/open", null, Ok)]
    [InlineData("api/open", "wrong", Ok)]
    [InlineData("api/keyed", null, No)]
    [InlineData("api/keyed", "", No)]
    [InlineData("api/keyed", "wrong", No)]
    [InlineData("api/keyed", "DEFAULT-KEY", No)]
    [InlineData("api/keyed", "default-key", Ok)]
    [InlineData("api/keyed", "master-key", Ok)]
    [InlineData("api/keyed", "blobs-key", No)]
    [InlineData("api/for-administrators", null, No)]
    [InlineData("api/for-administrators", "default-key", No)]
    [InlineData("api/for-administrators", "master-key", Ok)]
    [InlineData("admin/host/status", null, No)]
    [InlineData("admin/host/status", "wrong", No)]
    [InlineData("admin/host/status", "default-key", TooLittle)]
    [InlineData("admin/host/status", "blobs-key", TooLittle)]
    [InlineData("admin/host/status", "master-key", Ok)]
    [InlineData("admin/functions", "default-key", TooLittle)]
    [InlineData("admin/functions", "master-key", Ok)]
    public async Task What_is_asked_for_is_opened_by_the_keys_of_its_level(string path, string? key, HttpStatusCode expected)
    {
        using var byHeader = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) byHeader.Headers.TryAddWithoutValidation("x-functions-key", key);
        (await shared.Host.Http.SendAsync(byHeader)).StatusCode.ShouldBe(expected);

        (await shared.Host.Http.GetAsync(key is null ? path : $"{path}?code={key}")).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, No)]
    [InlineData("default-key", TooLittle)]
    [InlineData("blobs-key", Ok)]
    [InlineData("master-key", Ok)]
    public async Task The_web_hook_of_the_blobs_is_opened_by_its_own_key_and_the_master_s(string? key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "runtime/webhooks/blobs?functionName=Host.Functions.Announced&code=" + key)
        {
            Content = new StringContent("""[{"id":"1","topic":"t","subject":"s","eventTime":"2026-01-01T00:00:00Z","dataVersion":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"abc"}}]""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("aeg-event-type", "SubscriptionValidation");

        using var answer = await shared.Host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(expected);
        if (expected == Ok) (await answer.Content.ReadAsStringAsync()).ShouldContain("abc");
    }

    [Theory]
    [InlineData("wrong", "default-key", No)]
    [InlineData("default-key", "wrong", Ok)]
    public async Task The_header_counts_before_the_query(string header, string query, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/keyed?code=" + query);
        request.Headers.Add("x-functions-key", header);

        (await shared.Host.Http.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Blobs_are_announced_with_a_key_and_no_key_is_in_the_log_or_in_the_worker_s_environment()
    {
        await shared.Host.Http.GetStringAsync("api/keyed?code=default-key");
        await AnnounceAsync();

        (await shared.Host.Http.GetStringAsync("api/environment?code=master-key")).ShouldNotContain("-key");
        shared.Host.Log.ShouldNotBeEmpty();
        shared.Host.Log.ShouldAllBe(l => !l.Contains("-key", StringComparison.Ordinal) && !l.Contains("AccountKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_a_program_it_takes_the_keys_out_of_the_environment_and_wants_both()
    {
        var settings = TestApp.Settings(storage: null, "Keyed", "EnvironmentOfWorker");
        settings["FUNCTIONS_HOST_MASTER_KEY"] = "master-key";
        var (code, output) = await HostProcess.FailAsync(settings, TestApp.Folder);
        code.ShouldBe(1);
        output.ShouldContain("FUNCTIONS_HOST_DEFAULT_KEY must be given");

        settings["FUNCTIONS_HOST_DEFAULT_KEY"] = "default-key";
        await using var host = await HostProcess.StartAsync(settings);
        using var http = new HttpClient { BaseAddress = host.Endpoint };
        (await http.GetAsync("api/keyed")).StatusCode.ShouldBe(No);
        (await http.GetStringAsync("api/environment")).ShouldNotContain("-key");
    }

    async Task AnnounceAsync()
    {
        var container = new Azure.Storage.Blobs.BlobContainerClient(shared.Host.Settings["Storage"], shared.Host.Settings["Container"]);
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("events/a").UploadAsync(
            BinaryData.FromString("x"), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["province"] = "soc-trang" } });
        await shared.Host.SeesAsync("announced a x soc-trang");
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Tests.Blobs;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Http;

public sealed class AdminEndpointsTests(AzuriteFixture azurite)
{
    public sealed class Yearly(Seen seen)
    {
        [Function("Yearly")]
        public void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => seen.Add($"timer {(timer.IsPastDue ? "late" : "in time")}");
    }

    public sealed class Told(Seen seen)
    {
        [Function("Told")]
        public void Run([QueueTrigger("never-used")] string message) => seen.Add("told " + message);
    }

    [Theory]
    [InlineData("Yearly", """{ "input": "" }""", HttpStatusCode.Accepted, "timer in time")]
    [InlineData("yearly", "", HttpStatusCode.Accepted, "timer in time")]
    [InlineData("Yearly", "{}", HttpStatusCode.Accepted, "timer in time")]
    [InlineData("Told", """{ "input": "xin chào" }""", HttpStatusCode.Accepted, "told xin chào")]
    [InlineData("Told", """{ "input": { "a": 1 } }""", HttpStatusCode.Accepted, "told { \"a\": 1 }")]
    [InlineData("Nobody", "", HttpStatusCode.NotFound, null)]
    [InlineData("Open", "", HttpStatusCode.BadRequest, null)]
    [InlineData("Yearly", "input", HttpStatusCode.BadRequest, null)]
    [InlineData("Yearly", "[]", HttpStatusCode.BadRequest, null)]
    public async Task A_function_is_run_by_hand(string name, string body, HttpStatusCode status, string? seen)
    {
        var application = new TestApplication(typeof(Yearly), typeof(Told), typeof(Locked)).On(azurite);
        await using var host = await TestHost.StartAsync(application);

        (await host.PostJsonAsync("admin/functions/" + name, body)).StatusCode.ShouldBe(status);

        if (seen is not null)
            (await application.Seen.NextAsync()).ShouldBe(seen);
        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blob_function_is_run_by_hand_for_a_blob_that_is_there()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name), ("LocalWorker:BlobScanInterval", "00:10:00"));
        await container.GetBlobClient("2023/a b.txt").UploadAsync(BinaryData.FromString("x"));
        await using var host = await TestHost.StartAsync(application);
        await application.Seen.NextAsync();

        (await host.PostJsonAsync("admin/functions/NameOfBlob", JsonSerializer.Serialize(new { input = container.Name + "/2023/a b.txt" }))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await application.Seen.NextAsync()).ShouldBe(("2023/a b.txt", "2023/a b.txt"));

        foreach (var wrong in new[] { container.Name + "/none", "none/none", "no-slash", "" })
            (await host.PostJsonAsync("admin/functions/NameOfBlob", JsonSerializer.Serialize(new { input = wrong }))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_master_key_is_needed_where_keys_are_required()
    {
        var application = new TestApplication(typeof(Yearly)).On(azurite).With(("Keys:Required", "true"), ("Keys:_master", "master-key"), ("Keys:default", "default-key"));
        await using var host = await TestHost.StartAsync(application);

        (await host.PostJsonAsync("admin/functions/Yearly", "{}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.PostJsonAsync("admin/functions/Yearly", "{}", ("x-functions-key", "default-key"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        application.Seen.Rest().ShouldBeEmpty();
        (await host.PostJsonAsync("admin/functions/Yearly", "{}", ("x-functions-key", "master-key"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await application.Seen.NextAsync()).ShouldBe("timer in time");
    }

    [Fact]
    public async Task The_status_names_the_host_and_its_functions()
    {
        var application = new TestApplication(typeof(Yearly)).On(azurite).With(("AzureFunctionsWebHost:hostid", "My.Host__Name"));
        await using var host = await TestHost.StartAsync(application);

        var status = JsonDocument.Parse(await host.Http.GetStringAsync("admin/host/status")).RootElement;

        status.GetProperty("id").GetString().ShouldBe("my-host-name");
        status.GetProperty("state").GetString().ShouldBe("Running");
        status.GetProperty("functions").ToString().ShouldBe("""[{"name":"Yearly","trigger":"timerTrigger"}]""");
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ServerlessIct.Local.Host.Tests.Support;
using ServerlessIct.Local.Host.Tests.Triggers;

namespace ServerlessIct.Local.Host.Tests.Http;

[Collection(nameof(TriggerHost))]
public sealed class AdminEndpointTests(AzuriteFixture azurite, TriggerHost shared)
{
    [Theory]
    [InlineData("Nobody", "{}", HttpStatusCode.NotFound)]
    [InlineData("Open", "{}", HttpStatusCode.BadRequest)]
    [InlineData("Text", "{", HttpStatusCode.BadRequest)]
    [InlineData("Text", "[]", HttpStatusCode.BadRequest)]
    [InlineData("text", """{"input":"by hand"}""", HttpStatusCode.Accepted)]
    public async Task A_function_is_run_by_hand_where_it_can_be(string name, string body, HttpStatusCode status)
    {
        using var answer = await RunAsync(name, body);

        answer.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.Accepted) await shared.Host.SeesAsync("text by hand 0 00:00:00 by hand");
    }

    [Fact]
    public async Task An_input_that_is_too_long_is_refused() =>
        (await RunAsync("Text", $$"""{"input":"{{new string('x', 70_000)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_timer_that_is_run_by_hand_is_not_past_due_and_logs_by_the_levels_of_host_json()
    {
        (await RunAsync("Yearly", "")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await shared.Host.SeesAsync("yearly False");
        await shared.Host.LogsAsync("INFO Quiet: To be seen.");
        shared.Host.Log.ShouldNotContain(l => l.Contains("Not to be seen.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blob_is_run_by_hand_by_its_name()
    {
        var container = azurite.Blobs.GetBlobContainerClient(shared.Host.Settings["Container"] + "-scan");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("by/hand.txt").UploadAsync(BinaryData.FromString("y"));

        (await RunAsync("Scanned", $$"""{"input":"{{container.Name}}/by/hand.txt"}""")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await shared.Host.SeesAsync("scanned by hand y");
    }

    [Fact]
    public async Task The_status_and_the_functions_are_told()
    {
        var status = await shared.Host.Http.GetFromJsonAsync<JsonElement>("admin/host/status");
        status.GetProperty("state").GetString().ShouldBe("Running");
        status.GetProperty("id").GetString().ShouldBe(shared.Host.Settings["AzureFunctionsWebHost__hostid"]);
        status.GetProperty("workerProcessId").GetInt32().ShouldBe(shared.Host.Host.WorkerProcessId!.Value);

        var functions = await shared.Host.Http.GetFromJsonAsync<JsonElement>("admin/functions");
        functions.EnumerateArray().Where(f => !f.GetProperty("isDisabled").GetBoolean()).Select(f => f.GetProperty("name").GetString()).ShouldBe(shared.Host.Host.Functions);
        shared.Host.Host.Functions.ShouldContain("Retried");

        (await shared.Host.Http.GetAsync("admin/host/ping")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shared.Host.Http.PostAsync("runtime/webhooks/nobody", content: null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    Task<HttpResponseMessage> RunAsync(string name, string body) => shared.Host.Http.PostAsync("admin/functions/" + name, new StringContent(body, Encoding.UTF8, "application/json"));
}

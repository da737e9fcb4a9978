using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Blobs;

public sealed class BlobWebhookTests(AzuriteFixture azurite)
{
    const string Hook = "runtime/webhooks/blobs?functionName=Host.Functions.NameOfBlob";

    public static string Created(BlobContainerClient container, string name, string etag = "0x1") => JsonSerializer.Serialize(new[]
    {
        new
        {
            id = "1",
            eventType = "Microsoft.Storage.BlobCreated",
            subject = $"/blobServices/default/containers/{container.Name}/blobs/{name}",
            data = new { api = "PutBlob", eTag = etag, blobType = "BlockBlob", url = container.GetBlobClient(name).Uri.AbsoluteUri },
        },
    });

    TestApplication Unscanned(BlobContainerClient container) =>
        new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name), ("LocalWorker:BlobScanInterval", "00:10:00"));

    [Theory]
    [InlineData("plain.txt")]
    [InlineData("Báo cáo 100%25 \"it's\" 😀 a+b.txt")]
    public async Task An_event_runs_the_function_for_its_blob(string name)
    {
        var container = await azurite.NewContainerAsync();
        var application = Unscanned(container);
        await using var host = await TestHost.StartAsync(application);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"));

        var answer = await host.PostJsonAsync(Hook, Created(container, name));

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await application.Seen.NextAsync()).ShouldBe((name, name));
    }

    [Fact]
    public async Task A_blob_that_an_event_told_of_is_not_found_again_by_the_scan()
    {
        var container = await azurite.NewContainerAsync();
        var application = Unscanned(container);
        await container.GetBlobClient("first").UploadAsync(BinaryData.FromString("x"));
        await using (var host = await TestHost.StartAsync(application))
        {
            await application.Seen.NextAsync();
            var put = await container.GetBlobClient("told").UploadAsync(BinaryData.FromString("x"));
            await host.PostJsonAsync(Hook, Created(container, "told", put.Value.ETag.ToString()));
            await application.Seen.NextAsync();
        }

        await using (await TestHost.StartAsync(application.With(("LocalWorker:BlobScanInterval", "00:00:00.1"))))
        {
            await container.GetBlobClient("later").UploadAsync(BinaryData.FromString("x"));
            (await application.Seen.NextAsync()).ShouldBe(("later", "later"));
        }

        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_handshake_of_a_subscription_is_answered()
    {
        var container = await azurite.NewContainerAsync();
        await using var host = await TestHost.StartAsync(Unscanned(container));

        var answer = await host.PostJsonAsync(
            Hook,
            """[{ "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": { "validationCode": "0f3a-7" } }]""",
            ("aeg-event-type", "SubscriptionValidation"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"validationResponse":"0f3a-7"}""");
    }

    [Theory]
    [InlineData(Hook, "not json", HttpStatusCode.BadRequest)]
    [InlineData(Hook, "[1]", HttpStatusCode.BadRequest)]
    [InlineData(Hook, """[{ "eventType": "Microsoft.Storage.BlobCreated" }]""", HttpStatusCode.BadRequest)]
    [InlineData(Hook, """[{ "eventType": "Microsoft.Storage.BlobCreated", "data": { "url": "nowhere" } }]""", HttpStatusCode.BadRequest)]
    [InlineData(Hook, """[{ "eventType": "Microsoft.Storage.BlobDeleted", "data": {} }]""", HttpStatusCode.Accepted)]
    [InlineData("runtime/webhooks/blobs?functionName=Host.Functions.Nobody", "[]", HttpStatusCode.NotFound)]
    [InlineData("runtime/webhooks/blobs", "[]", HttpStatusCode.NotFound)]
    public async Task Odd_requests_get_a_plain_answer(string path, string body, HttpStatusCode expected)
    {
        var container = await azurite.NewContainerAsync();
        await using var host = await TestHost.StartAsync(Unscanned(container));

        (await host.PostJsonAsync(path, body)).StatusCode.ShouldBe(expected);
    }
}

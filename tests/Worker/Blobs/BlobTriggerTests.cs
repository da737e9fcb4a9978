using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Blobs;

public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    static Task PutAsync(BlobContainerClient container, string name, string text) =>
        container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    [Fact]
    public async Task Blobs_of_any_name_reach_the_function_under_that_name()
    {
        string[] names =
        [
            "plain.txt", "with space.txt", "Báo cáo năm 2023.txt", "it's \"quoted\".txt", "100%.txt", "50%25.txt", "a+b&c=d#e?f.txt",
            "😀/☂️.txt", "deep/er/still.txt", "{braces}.txt", "semi;colon,comma.txt", "back\\slash.txt", "[x]~`!@$^*()|<>.txt", new string('n', 900),
        ];
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name));
        await using var host = await TestHost.StartAsync(application);
        foreach (var name in names)
            await PutAsync(container, name, "x");

        var stored = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
            stored.Add(blob.Name);
        var seen = (await application.Seen.NextAsync(names.Length)).Cast<(string Name, string Token)>().ToList();

        seen.Select(s => s.Name).ShouldBe(stored, ignoreOrder: true);
        seen.ShouldAllBe(s => s.Token == s.Name);
        // Storage keeps a backslash as a slash; every other name is as it was written.
        stored.ShouldBe(names.Select(name => name.Replace('\\', '/')), ignoreOrder: true);
    }

    [Fact]
    public async Task Content_tokens_and_metadata_are_bound()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(ContentsOfBlob), typeof(TextOfBlob), typeof(BytesOfBlob)).On(azurite).With(("Container", container.Name));
        await container.GetBlobClient("soc-trang/2023.v2.txt").UploadAsync(
            BinaryData.FromString("1.422 trạm"),
            new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["province"] = "soc-trang" } });
        await using var host = await TestHost.StartAsync(application);
        (await application.Seen.NextAsync()).ShouldBe(
            "soc-trang|2023.v2|txt|soc-trang/2023.v2.txt|2023.v2.txt|soc-trang|Host.Functions.ContentsOfBlob|1.422 trạm");

        await PutAsync(container, "text/a", "đ");
        (await application.Seen.NextAsync()).ShouldBe("text đ");
        await PutAsync(container, "bytes/a", "đ");
        (await application.Seen.NextAsync()).ShouldBe("bytes đ");
    }

    [Fact]
    public async Task What_was_queued_is_not_queued_again_after_a_restart_but_what_changed_is()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name));
        await PutAsync(container, "same", "1");
        await PutAsync(container, "changed", "1");
        await using (await TestHost.StartAsync(application))
            await application.Seen.NextAsync(2);

        await PutAsync(container, "changed", "2");
        await PutAsync(container, "new", "1");
        await using (await TestHost.StartAsync(application))
        {
            (await application.Seen.NextAsync(2)).Cast<(string Name, string)>().Select(s => s.Name).ShouldBe(["changed", "new"], ignoreOrder: true);
            await PutAsync(container, "last", "1");
            (await application.Seen.NextAsync<(string Name, string)>()).Name.ShouldBe("last");
        }

        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task Receipts_of_blobs_that_are_gone_are_removed()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name));
        var receipts = azurite.Blobs.GetBlobContainerClient("azure-webjobs-hosts");
        var prefix = $"blobreceipts/{application.Settings["AzureFunctionsWebHost:hostid"]}/Host.Functions.NameOfBlob/";
        async Task<int> CountAsync()
        {
            var count = 0;
            await foreach (var _ in receipts.GetBlobsAsync(prefix: prefix))
                count++;
            return count;
        }

        await using var host = await TestHost.StartAsync(application);
        await PutAsync(container, "one", "1");
        await PutAsync(container, "two", "1");
        await application.Seen.NextAsync(2);
        await Eventually.IsTrueAsync(async () => await CountAsync() == 2, "two receipts");

        await container.GetBlobClient("one").DeleteAsync();

        await Eventually.IsTrueAsync(async () => await CountAsync() == 1, "one receipt");
    }

    [Fact]
    public async Task A_blob_that_always_fails_is_tried_as_often_as_host_json_says_and_then_poisoned()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(FailingBlob)) { HostJson = """{ "extensions": { "blobs": { "poisonBlobThreshold": 3 } } }""" }
            .On(azurite).With(("Container", container.Name));
        await PutAsync(container, "it's \"bad\" 😀", "x");
        var etag = (await container.GetBlobClient("it's \"bad\" 😀").GetPropertiesAsync()).Value.ETag;
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync(3)).ShouldBe(["it's \"bad\" 😀 0", "it's \"bad\" 😀 0", "it's \"bad\" 😀 0"]);
        var poison = azurite.Queues.GetQueueClient("webjobs-blobtrigger-poison");
        string? body = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                if (!await poison.ExistsAsync())
                    return false;
                var peeked = (await poison.PeekMessagesAsync(32)).Value.Select(m => m.Body.ToString());
                body = peeked.FirstOrDefault(text => text.Contains(container.Name, StringComparison.Ordinal));
                return body is not null;
            },
            "a message in the poison queue");
        var message = System.Text.Json.JsonDocument.Parse(body!).RootElement;
        message.EnumerateObject().Select(p => $"{p.Name}={p.Value}").ShouldBe(
            ["FunctionId=Host.Functions.FailingBlob", "BlobType=BlockBlob", $"ContainerName={container.Name}", "BlobName=it's \"bad\" 😀", $"ETag=\"{etag.ToString().Trim('"')}\"", "Type=BlobTrigger"],
            ignoreOrder: true);
        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blob_that_is_deleted_before_its_turn_is_dropped()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(NameOfBlob)).On(azurite).With(("Container", container.Name), ("LocalWorker:BlobScanInterval", "00:10:00"));
        await PutAsync(container, "scanned", "1");
        await using var host = await TestHost.StartAsync(application);
        (await application.Seen.NextAsync()).ShouldBe(("scanned", "scanned"));
        await PutAsync(container, "there", "1");
        await host.PostJsonAsync("runtime/webhooks/blobs?functionName=Host.Functions.NameOfBlob", BlobWebhookTests.Created(container, "gone"));
        await host.PostJsonAsync("runtime/webhooks/blobs?functionName=Host.Functions.NameOfBlob", BlobWebhookTests.Created(container, "there"));

        (await application.Seen.NextAsync<(string Name, string)>()).Name.ShouldBe("there");
        var queue = azurite.Queues.GetQueueClient("azure-webjobs-blobtrigger-" + application.Settings["AzureFunctionsWebHost:hostid"]);
        await Eventually.IsTrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "an empty queue");
        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_more_blobs_are_worked_on_at_a_time_than_host_json_says()
    {
        var container = await azurite.NewContainerAsync();
        var crowd = new Crowd();
        var application = new TestApplication(typeof(CrowdedBlob))
        {
            HostJson = """{ "extensions": { "blobs": { "maxDegreeOfParallelism": 3 } } }""",
            Configure = builder => builder.Services.AddSingleton(crowd),
        }.On(azurite).With(("Container", container.Name));
        foreach (var i in Enumerable.Range(0, 20))
            await PutAsync(container, i.ToString(CultureInfo.InvariantCulture), "x");
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync(20)).Distinct().Count().ShouldBe(20);

        crowd.Most.ShouldBe(3);
    }

    [Fact]
    public async Task A_scanned_container_runs_the_function_for_each_version()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(ScannedBlob)).On(azurite).With(("Container", container.Name));
        await using var host = await TestHost.StartAsync(application);
        await PutAsync(container, "a", "first");
        (await application.Seen.NextAsync()).ShouldBe("first");
        await PutAsync(container, "a", "second");
        (await application.Seen.NextAsync()).ShouldBe("second");
    }

    [Fact]
    public async Task A_function_that_hangs_is_cancelled_at_the_time_out_and_tried_again()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(HangingBlob)) { HostJson = """{ "functionTimeout": "00:00:00.5" }""" }
            .On(azurite).With(("Container", container.Name));
        await PutAsync(container, "a", "x");
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync(3)).ShouldBe(["began a", "cancelled a", "began a"]);
    }

    [Fact]
    public async Task A_function_that_does_not_heed_its_cancellation_holds_up_neither_its_blob_nor_the_end()
    {
        var container = await azurite.NewContainerAsync();
        using var letGo = new ManualResetEventSlim();
        var application = new TestApplication(typeof(DeafBlob))
        {
            HostJson = """{ "functionTimeout": "00:00:00.2" }""",
            Configure = builder => builder.Services.AddSingleton(letGo),
        }.On(azurite).With(("Container", container.Name), ("LocalWorker:CancellationGrace", "00:00:00.2"), ("LocalWorker:ShutdownTimeout", "00:00:00.5"));
        await PutAsync(container, "a", "x");

        await using (await TestHost.StartAsync(application))
            (await application.Seen.NextAsync(2)).ShouldBe(["a", "a"]);

        letGo.Set();
    }

    [Fact]
    public async Task Stopping_cancels_what_runs_and_the_next_start_takes_it_up_at_once()
    {
        var container = await azurite.NewContainerAsync();
        var application = new TestApplication(typeof(HangingBlob)).On(azurite).With(("Container", container.Name), ("LocalWorker:MessageVisibility", "01:00:00"));
        await PutAsync(container, "a", "x");
        await using (await TestHost.StartAsync(application))
            (await application.Seen.NextAsync()).ShouldBe("began a");
        (await application.Seen.NextAsync()).ShouldBe("cancelled a");

        await using (await TestHost.StartAsync(application))
            (await application.Seen.NextAsync()).ShouldBe("began a");
    }
}

using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

public sealed class TimerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_two_hosts_with_one_id_one_runs_the_timer_and_the_other_takes_over_when_it_stops()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Ticking");
        settings["Schedule"] = "* * * * * *";
        var first = await TestHost.StartAsync(settings);
        await first.SeesAsync("tick False");
        await using var second = await TestHost.StartAsync(settings);
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        second.Seen.ShouldBeEmpty();

        await first.DisposeAsync();

        await second.SeesAsync("tick False");
    }

    [Fact]
    public async Task A_timer_that_fails_is_retried_as_its_attribute_says()
    {
        await using var host = await TestHost.StartAsync(TestApp.Settings(azurite.ConnectionString, "Retried"));

        await host.SeesAsync("retried 2 of 2");
        await host.LogsAsync("Retried is run again in 00:00:00.1000000");
        host.Seen.ShouldBe(["retried 0 of 2", "retried 1 of 2", "retried 2 of 2"]);
    }

    [Fact]
    public async Task When_a_timer_runs_next_is_kept_and_a_run_that_was_missed_is_made_up_for()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Yearly");
        BlobClient status;
        await using (await TestHost.StartAsync(settings)) status = await StatusAsync(settings);
        Next(await ReadAsync(status)).ShouldBe(new DateTimeOffset(TimeProvider.System.GetUtcNow().Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await status.UploadAsync(BinaryData.FromString("not JSON"), overwrite: true);
        await using (var host = await TestHost.StartAsync(settings))
        {
            await Eventually.IsTrueAsync(async () => (await ReadAsync(status)).StartsWith('{'), () => "the status is written anew");
            host.Seen.ShouldBeEmpty();
        }

        var missed = JsonNode.Parse(await ReadAsync(status))!;
        missed["Last"] = "2001-01-01T00:00:00+00:00";
        missed["Next"] = "2002-01-01T00:00:00+00:00";
        await status.UploadAsync(BinaryData.FromString(missed.ToJsonString()), overwrite: true);
        await using var late = await TestHost.StartAsync(settings);
        await late.SeesAsync("yearly True");
    }

    async Task<BlobClient> StatusAsync(Dictionary<string, string> settings)
    {
        var container = azurite.Blobs.GetBlobContainerClient("azure-webjobs-hosts");
        string? name = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"timers/{settings["AzureFunctionsWebHost__hostid"]}/" })) name = blob.Name;
                return name is not null;
            },
            () => "the status of the timer is there");
        return container.GetBlobClient(name);
    }

    static async Task<string> ReadAsync(BlobClient blob) => (await blob.DownloadContentAsync()).Value.Content.ToString();

    static DateTimeOffset Next(string status) => (DateTimeOffset)JsonNode.Parse(status)!["Next"]!;
}

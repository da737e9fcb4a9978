using Azure.Storage.Blobs;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Hosting;

/// <summary>What holds for the application as a process: it is killed, started again, asked to stop.</summary>
public sealed class ProcessTests(AzuriteFixture azurite)
{
    static async Task<List<string>> NamesAsync(BlobContainerClient container, string prefix)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(prefix: prefix))
            names.Add(blob.Name[prefix.Length..]);
        return names;
    }

    Dictionary<string, string?> Settings(BlobContainerClient container, string takes) =>
        new TestApplication().On(azurite).With(("Container", container.Name), ("Takes", takes)).Settings;

    [Fact]
    public async Task What_a_killed_process_was_at_is_finished_by_the_next_one()
    {
        var container = await azurite.NewContainerAsync();
        var settings = Settings(container, takes: "00:10:00");
        string[] names = [.. Enumerable.Range(0, 10).Select(i => string.Create(null, $"Báo cáo {i}.txt"))];
        foreach (var name in names)
            await container.GetBlobClient("in/" + name).UploadAsync(BinaryData.FromString("x"));

        await using (var first = await AppProcess.StartAsync(settings))
        {
            await Eventually.IsTrueAsync(async () => (await NamesAsync(container, "began/")).Count >= 3, "three that began");
            await first.KillAsync();
        }

        (await NamesAsync(container, "done/")).ShouldBeEmpty();
        settings["Takes"] = "00:00:00";
        await using var second = await AppProcess.StartAsync(settings);
        await Eventually.IsTrueAsync(async () => (await NamesAsync(container, "done/")).Count == names.Length, "all done");
        (await NamesAsync(container, "done/")).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task Asked_to_stop_it_stops_soon_and_what_it_was_at_is_finished_by_the_next_one()
    {
        var container = await azurite.NewContainerAsync();
        var settings = Settings(container, takes: "00:10:00");
        settings["LocalWorker:MessageVisibility"] = "01:00:00";
        await container.GetBlobClient("in/a").UploadAsync(BinaryData.FromString("x"));

        await using (var first = await AppProcess.StartAsync(settings))
        {
            await Eventually.IsTrueAsync(async () => (await NamesAsync(container, "began/")).Count == 1, "one that began");
            (await first.TerminateAsync()).ShouldBe(0);
        }

        settings["Takes"] = "00:00:00";
        await using var second = await AppProcess.StartAsync(settings);
        await Eventually.IsTrueAsync(async () => (await NamesAsync(container, "done/")).Count == 1, "it is done");
    }

    [Fact]
    public async Task A_mistake_ends_the_process_with_its_sentences()
    {
        var container = await azurite.NewContainerAsync();
        var settings = Settings(container, takes: "00:00:00");
        settings["Container"] = null;

        var (code, output) = await AppProcess.FailAsync(settings);

        code.ShouldNotBe(0);
        output.ShouldContain("  - Function 'SlowCopy', parameter 'blob': the setting 'Container' of '%Container%/in/{name}' is missing; add it to the environment or to the Values of local.settings.json.");
    }

    [Fact]
    public async Task No_key_is_printed_even_where_requests_are_logged()
    {
        var container = await azurite.NewContainerAsync();
        var settings = Settings(container, takes: "00:00:00");
        settings["Keys:Required"] = "true";
        settings["Keys:_master"] = "the-master-key";
        settings["Logging:LogLevel:Default"] = "Trace";
        await using var app = await AppProcess.StartAsync(settings);
        using var http = new HttpClient { BaseAddress = app.Address };

        await http.GetStringAsync("admin/host/status?code=the-master-key");
        await app.TerminateAsync();

        app.Output.ShouldNotBeEmpty();
        app.Output.ShouldNotContain(line => line.Contains("the-master-key", StringComparison.Ordinal));
        app.Output.ShouldNotContain(line => line.Contains("AccountKey", StringComparison.Ordinal));
    }
}

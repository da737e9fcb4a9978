using Azure.Storage.Queues;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

public sealed class StorageOutageTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("host-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task When_the_storage_comes_back_so_do_the_listeners()
    {
        var before = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
        await using var host = await TestHost.StartAsync(TestApp.Settings(before.ConnectionString, "Text", "Open"));
        var queue = new QueueClient(before.ConnectionString, host.Settings["Queue"] + "-text", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("before");
        await host.SeesAsync("text before 1 00:00:00 before");

        await before.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        (await host.Http.GetStringAsync("api/open")).ShouldBe("open");
        await using var after = await AzuriteProcess.StartAsync(
            new AzuriteOptions { DataFolder = folder, BlobPort = before.BlobEndpoint.Port, QueuePort = before.QueueEndpoint.Port, TablePort = before.TableEndpoint.Port });
        await queue.SendMessageAsync("after");

        await host.SeesAsync("text after 1 00:00:00 after");
    }
}

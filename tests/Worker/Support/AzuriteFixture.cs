using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ServerlessIct.Local.Azurite;

[assembly: AssemblyFixture(typeof(ServerlessIct.Local.Worker.Tests.Support.AzuriteFixture))]

namespace ServerlessIct.Local.Worker.Tests.Support;

/// <summary>One emulator for all tests; each test has containers, queues and a host id of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public BlobServiceClient Blobs => new(ConnectionString);

    public QueueServiceClient Queues => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async ValueTask InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    public async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = Blobs.GetBlobContainerClient(TestHost.NewName("c"));
        await container.CreateAsync();
        return container;
    }

    public async Task<QueueClient> NewQueueAsync()
    {
        var queue = Queues.GetQueueClient(TestHost.NewName("q"));
        await queue.CreateAsync();
        return queue;
    }
}

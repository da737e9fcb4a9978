using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ServerlessIct.Local.Azurite;

[assembly: AssemblyFixture(typeof(ServerlessIct.Local.Host.Tests.Support.AzuriteFixture))]
// Every test starts processes, and there may be two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ServerlessIct.Local.Host.Tests.Support;

/// <summary>One storage emulator for all tests; each host has containers, queues and an id of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public BlobServiceClient Blobs => new(ConnectionString);

    public QueueServiceClient Queues => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Sends a message to a queue, and makes the queue where it is not there.</summary>
    public async Task SendAsync(string queue, string message)
    {
        var client = Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(message);
    }

    public async ValueTask InitializeAsync() => azurite = await AzuriteProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
    }
}

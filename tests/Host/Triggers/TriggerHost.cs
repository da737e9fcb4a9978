using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

/// <summary>One host with functions of queues, blobs and a timer.</summary>
[CollectionDefinition(nameof(TriggerHost))]
public sealed class TriggerHost(AzuriteFixture azurite) : IAsyncLifetime, ICollectionFixture<TriggerHost>
{
    TestHost? host;

    internal TestHost Host => host!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(
        TestApp.Settings(azurite.ConnectionString, "Text", "Message", "Failing", "Poisoned", "Announced", "Scanned", "Unreadable", "PoisonedBlob", "Yearly", "Retried", "Open"));

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}

using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Http;

/// <summary>One host with the functions that requests run, and no storage.</summary>
[CollectionDefinition(nameof(HttpHost))]
public sealed class HttpHost : IAsyncLifetime, ICollectionFixture<HttpHost>
{
    public const int BodyLimit = 26_000_000;

    TestHost? host;

    internal TestHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        var settings = TestApp.Settings(
            storage: null, "Item", "Typed", "ByName", "Echo", "Status", "Upload", "Pieces", "Throwing", "Patient", "EnvironmentOfWorker", "Order1", "order2", "Order3", "Order_4", "Keyed", "Administrator");
        settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = BodyLimit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        host = await TestHost.StartAsync(settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}

using ServerlessIct.Local.Azurite;

[assembly: AssemblyFixture(typeof(ServerlessIct.App.Tests.AzuriteFixture))]

namespace ServerlessIct.App.Tests;

/// <summary>One storage emulator for all tests; each test empties it first.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await AzuriteProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
    }
}

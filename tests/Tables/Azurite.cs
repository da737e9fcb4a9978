using System.Globalization;
using Azure.Data.Tables;
using ServerlessIct.Local.Azurite;

[assembly: AssemblyFixture(typeof(ServerlessIct.Local.Tables.Tests.Azurite))]

namespace ServerlessIct.Local.Tables.Tests;

/// <summary>One emulator for all tests; each test has tables of its own.</summary>
public sealed class Azurite : IAsyncLifetime
{
    int _tables;

    public AzuriteProcess Process { get; private set; } = null!;

    public TableServiceClient Service => new(Process.ConnectionString);

    public TableSharedKeyCredential Credential { get; } = new(AzuriteProcess.AccountName, AzuriteProcess.AccountKey);

    public async ValueTask InitializeAsync() => Process = await AzuriteProcess.StartAsync();

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    public string FreeTableName() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _tables)}x");

    public async Task<TableClient> NewTableAsync()
    {
        var table = Service.GetTableClient(FreeTableName());
        await table.CreateAsync();
        return table;
    }
}

using ServerlessIct.EndToEnd.Tests;
using ServerlessIct.Local.Ict;

[assembly: AssemblyFixture(typeof(SharedSystem))]
// Each test drives processes of its own; on a small machine they would only slow one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>Storage and the app as a user starts them, with keys asked for and with the samples loaded; shared by all tests but the one that kills it.</summary>
public sealed class SharedSystem : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();

    public LocalSystem System { get; private set; } = null!;

    public Api Api { get; private set; } = null!;

    /// <summary>What <c>ict up --samples</c> printed while it loaded the samples.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Whether it said that all went well.</summary>
    public bool SamplesAreLoaded { get; private set; }

    readonly List<string> lines = [];

    public async ValueTask InitializeAsync()
    {
        System = await LocalSystem.StartAsync(Settings.For(folder.Path), TestContext.Current.CancellationToken);
        Api = new Api(System);
        using var client = new AppClient(System.Endpoint, System.Keys!.Master);
        SamplesAreLoaded = await Samples.LoadAsync(client, lines.Add, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (System is not null) await System.DisposeAsync();
        folder.Dispose();
    }
}

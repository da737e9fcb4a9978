using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>Storage and the app with a low limit on requests, and with readers who have no key of the host.</summary>
public sealed class LimitedSystem : IAsyncLifetime
{
    /// <summary>How many requests a key may send in a minute.</summary>
    public const int PerMinute = 20;

    /// <summary>The keys of two readers; one of them will use up what it may.</summary>
    public const string Reader = "a key of a reader", Hasty = "a key of a hasty reader";

    readonly TemporaryFolder folder = new();
    LocalSystem? system;

    public Api Api { get; private set; } = null!;

    /// <summary>The keys of the host.</summary>
    public AccessKeys Keys => system!.Keys!;

    public async ValueTask InitializeAsync()
    {
        var options = Settings.For(folder.Path);
        var settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal)
        {
            ["RequestsPerMinute"] = PerMinute.ToString(CultureInfo.InvariantCulture),
            ["ReadKeys"] = $"reader:{HashOf(Reader)},hasty:{HashOf(Hasty)}",
        };
        system = await LocalSystem.StartAsync(options with { Settings = settings }, TestContext.Current.CancellationToken);
        Api = new Api(system);
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (system is not null) await system.DisposeAsync();
        folder.Dispose();
    }

    static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

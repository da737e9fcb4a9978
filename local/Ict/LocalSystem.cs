using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.Local.Ict;

/// <summary>Storage and the app on this machine, started in this order and stopped in the other.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    const string EveryNight = "0 0 2 * * *";
    const string EveryFiveMinutes = "0 */5 * * * *";
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan HealthPoll = TimeSpan.FromMilliseconds(150);

    readonly LocalSystemOptions options;
    readonly AzuriteProcess storage;
    readonly int port;

    LocalSystem(LocalSystemOptions options, AzuriteProcess storage, AccessKeys? keys, int port)
    {
        this.options = options;
        this.storage = storage;
        this.port = port;
        Keys = keys;
        Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
    }

    /// <summary>Where the app listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The keys that requests need; null where none are asked for.</summary>
    public AccessKeys? Keys { get; }

    /// <summary>What the storage clients take.</summary>
    public string StorageConnection => storage.ConnectionString;

    /// <summary>The running app.</summary>
    /// <exception cref="InvalidOperationException">The app was not started.</exception>
    public AppProcess App => app ?? throw new InvalidOperationException("The app was not started.");

    AppProcess? app;

    /// <summary>Completes when storage or the app ends, asked to or not.</summary>
    public Task Exited => Task.WhenAny(storage.Exited, App.Exited);

    /// <summary>Starts storage, then the app, and returns once the app says that both are well.</summary>
    /// <exception cref="LocalSystemException">The port is taken, or the app does not come up.</exception>
    /// <exception cref="AzuriteException">Storage does not come up.</exception>
    public static async Task<LocalSystem> StartAsync(LocalSystemOptions options, CancellationToken stop)
    {
        var free = FreePort(options.Port);
        Directory.CreateDirectory(options.DataFolder);
        var keys = options.AsksForKeys ? AccessKeys.Of(options.DataFolder) : null;
        var azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions { DataFolder = Path.Combine(options.DataFolder, "storage"), Progress = options.Progress }, stop);
        var system = new LocalSystem(options, azurite, keys, free);
        try
        {
            options.Progress?.Invoke("Storage is up. Starting the app …");
            await system.StartAppAsync(stop);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app, again where it has ended, and waits until it is well.</summary>
    public async Task StartAppAsync(CancellationToken stop)
    {
        if (app is { } last) await last.DisposeAsync();
        app = AppProcess.Start(port, Settings(), Path.Combine(options.DataFolder, "app.log"));
        using var client = new AppClient(Endpoint, Keys?.Master);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(StartLimit);
        try
        {
            while (!await client.IsHealthyAsync(limit.Token))
            {
                if (app.Exited.IsCompleted) throw new LocalSystemException($"The app ended while starting. Its log, {app.LogFile}, ends with:\n{app.LogTail()}");
                await Task.Delay(HealthPoll, limit.Token);
            }
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new LocalSystemException(string.Create(CultureInfo.InvariantCulture,
                $"The app was not well within {StartLimit.TotalSeconds} seconds. Its log, {app.LogFile}, ends with:\n{app.LogTail()}"), late);
        }
    }

    /// <summary>Stops the app, then storage, and lets each finish what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Storage"] = storage.ConnectionString,
            ["DeltaSchedule"] = options.Settings.GetValueOrDefault("DeltaSchedule", EveryNight),
            ["SweepSchedule"] = options.Settings.GetValueOrDefault("SweepSchedule", EveryFiveMinutes),
        };
        if (Keys is { } keys)
        {
            settings["Keys__Required"] = "true";
            settings["Keys__default"] = keys.Default;
            settings["Keys___master"] = keys.Master;
            var others = options.Settings.GetValueOrDefault("ReadKeys", "");
            settings["ReadKeys"] = $"default:{HashOf(keys.Default)},master:{HashOf(keys.Master)},{others}";
        }
        else
        {
            settings["PublicRead"] = "true";
        }
        return settings;
    }

    static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The port itself, or a free one for 0.</summary>
    static int FreePort(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException taken)
        {
            throw new LocalSystemException(string.Create(CultureInfo.InvariantCulture,
                $"Port {port} of this machine is taken ({taken.SocketErrorCode}). Stop the program that uses it, or choose another port with --port."), taken);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host;

namespace ServerlessIct.Local.Ict;

/// <summary>Storage and the app on this machine, started in this order and stopped in the other.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    readonly AzuriteProcess storage;
    readonly LogFile log;

    LocalSystem(AzuriteProcess storage, FunctionsHost host, AccessKeys? keys, LogFile log)
    {
        this.storage = storage;
        this.log = log;
        Host = host;
        Keys = keys;
    }

    /// <summary>The host that runs the app.</summary>
    public FunctionsHost Host { get; }

    /// <summary>Where the app listens.</summary>
    public Uri Endpoint => Host.Endpoint;

    /// <summary>The keys that requests need; null where none are asked for.</summary>
    public AccessKeys? Keys { get; }

    /// <summary>What the storage clients take.</summary>
    public string StorageConnection => storage.IsDevelopmentStorage ? "UseDevelopmentStorage=true" : storage.ConnectionString;

    /// <summary>The file with everything that host and app log; begun anew at each start.</summary>
    public string LogFile => log.Path;

    /// <summary>Completes when storage ends, asked to or not. The app is started again by its host where it ends.</summary>
    public Task Exited => storage.Exited;

    /// <summary>The folder of the artifact that scripts/build.sh makes.</summary>
    public static string AppFolder => Path.Combine(Repository.Root, "artifacts", "app");

    /// <summary>Starts storage, then the app, and returns once the app's functions run.</summary>
    /// <exception cref="FunctionsHostException">The port is taken, or the app does not come up.</exception>
    /// <exception cref="AzuriteException">Storage does not come up.</exception>
    public static async Task<LocalSystem> StartAsync(LocalSystemOptions options, CancellationToken stop)
    {
        if (!Directory.Exists(AppFolder)) throw new FunctionsHostException($"{AppFolder} is not there: build the app first, with scripts/build.sh.");
        Directory.CreateDirectory(options.DataFolder);
        var keys = options.AsksForKeys ? AccessKeys.Of(options.DataFolder) : null;
        var emulator = await AzuriteProcess.StartAsync(
            new AzuriteOptions { DataFolder = Path.Combine(options.DataFolder, "storage"), PrefersUsualPorts = options.UsesUsualStoragePorts, Progress = options.Progress }, stop);
        LogFile? file = null;
        try
        {
            options.Progress?.Invoke("Storage is up. Starting the app …");
            file = new LogFile(Path.Combine(options.DataFolder, "app.log"));
            var host = await FunctionsHost.StartAsync(AppFolder, Settings(options, emulator.ConnectionString, keys), HostOptions(options, keys, file), stop);
            return new LocalSystem(emulator, host, keys, file);
        }
        catch
        {
            file?.Dispose();
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>The end of the log, to show when something broke off.</summary>
    public string LogTail() => log.Tail();

    /// <summary>Stops the app, then storage, and lets each finish what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await storage.DisposeAsync();
        log.Dispose();
    }

    /// <summary>The settings of the app on one machine, beside those of functions/App/local.settings.json.</summary>
    internal static Dictionary<string, string> Settings(LocalSystemOptions options, string connection, AccessKeys? keys)
    {
        var settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal) { ["AzureWebJobsStorage"] = connection, ["Storage"] = connection };
        if (keys is null) return settings;
        // Who reads needs a key too.
        settings["PublicRead"] = "false";
        settings["ReadKeys"] = $"default:{HashOf(keys.Default)},master:{HashOf(keys.Master)},{options.Settings.GetValueOrDefault("ReadKeys", "")}";
        return settings;
    }

    static FunctionsHostOptions HostOptions(LocalSystemOptions options, AccessKeys? keys, LogFile log) => new()
    {
        Port = options.Port,
        Keys = keys is null ? null : new HostKeys(keys.Master, keys.Default),
        SettingsFile = SettingsFile,
        MessageVisibility = options.MessageVisibility,
        Log = log.Write,
    };

    internal static string SettingsFile => Path.Combine(Repository.Root, "functions", "App", "local.settings.json");

    static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>How storage and the app are started on this machine.</summary>
public sealed record LocalSystemOptions
{
    /// <summary>The app's port on loopback, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Where storage keeps its data between runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether storage takes the ports that storage tools expect, where they are free.</summary>
    public bool UsesUsualStoragePorts { get; init; }

    /// <summary>Whether requests need a key.</summary>
    public bool AsksForKeys { get; init; }

    /// <summary>How soon after a crash a message is taken up again; null for what holds in Azure.</summary>
    public TimeSpan? MessageVisibility { get; init; }

    /// <summary>Settings of the app over those of local.settings.json; names as in the environment, with <c>__</c> between levels.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told one line at a time what is going on.</summary>
    public Action<string>? Progress { get; init; }
}

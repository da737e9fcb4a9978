using System.Collections.Concurrent;

namespace ServerlessIct.Local.Host.Tests.Support;

/// <summary>The app under the host, with what its functions saw and what the host logged.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly SeenFile seenFile;
    readonly ConcurrentQueue<string> lines;

    TestHost(FunctionsHost host, IReadOnlyDictionary<string, string> settings, SeenFile seen, ConcurrentQueue<string> log)
    {
        Host = host;
        Settings = settings;
        seenFile = seen;
        lines = log;
        Http = new HttpClient { BaseAddress = host.Endpoint };
    }

    public FunctionsHost Host { get; }

    public IReadOnlyDictionary<string, string> Settings { get; }

    public HttpClient Http { get; }

    public IReadOnlyList<string> Log => [.. lines];

    public IReadOnlyList<string> Seen => seenFile.Lines;

    public static async Task<TestHost> StartAsync(IReadOnlyDictionary<string, string> settings, FunctionsHostOptions? options = null, string? folder = null)
    {
        var seen = new SeenFile();
        var log = new ConcurrentQueue<string>();
        var all = new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["Seen"] = seen.Path };
        try
        {
            return new TestHost(await FunctionsHost.StartAsync(folder ?? TestApp.Folder, all, (options ?? new FunctionsHostOptions()) with { Log = log.Enqueue }), all, seen, log);
        }
        catch
        {
            seen.Dispose();
            throw;
        }
    }

    /// <summary>Waits until a function has seen this.</summary>
    public Task SeesAsync(string line) => seenFile.HasAsync(line, () => string.Join('\n', Log.TakeLast(30)));

    /// <summary>Waits until the log has this.</summary>
    public Task LogsAsync(string text) => Eventually.IsTrueAsync(() => Log.Any(l => l.Contains(text, StringComparison.Ordinal)), () => $"'{text}' in the log:\n{string.Join('\n', Log.TakeLast(30))}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        seenFile.Dispose();
    }
}

/// <summary>What functions saw, in order.</summary>
sealed class SeenFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public IReadOnlyList<string> Lines
    {
        get
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public Task HasAsync(string line, Func<string> more) => Eventually.IsTrueAsync(() => Lines.Contains(line), () => $"'{line}' among what was seen:\n{string.Join('\n', Lines)}\n{more()}");

    public void Dispose() => File.Delete(Path);
}

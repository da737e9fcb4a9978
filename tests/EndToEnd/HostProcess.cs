using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The local host as a program of its own, so that it can be killed.</summary>
sealed partial class HostProcess : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Task reading;
    readonly List<string> lines = [];
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    HostProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => listening.Task.Result;

    /// <summary>Starts it, and returns once all functions run.</summary>
    /// <param name="settings">The app settings.</param>
    /// <param name="keys">The keys that it asks for.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string> settings, AccessKeys keys)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, LocalSystem.AppFolder, "--port", "0", "--message-visibility", "5"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["FUNCTIONS_HOST_MASTER_KEY"] = keys.Master;
        start.Environment["FUNCTIONS_HOST_DEFAULT_KEY"] = keys.Default;
        var host = new HostProcess(Process.Start(start)!);
        var ended = host.process.WaitForExitAsync();
        if (await Task.WhenAny(host.listening.Task, ended).WaitAsync(StartLimit) == ended) throw new InvalidOperationException("The host ended: " + host.Tail());
        return host;
    }

    /// <summary>Ends the host at once, as kill -9 and a power cut do.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends the host and the worker at once.</summary>
    public async Task KillBothAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>The last lines of its log.</summary>
    public string Tail()
    {
        const int shown = 20;
        lock (lines) return string.Join('\n', lines.TakeLast(shown));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillBothAsync();
        await reading.WaitAsync(StartLimit);
        process.Dispose();
    }

    async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (lines) lines.Add(line);
            if (ReadyLine().Match(line) is { Success: true } ready) listening.TrySetResult(new Uri(ready.Groups["address"].Value));
        }
    }

    static string Assembly => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "ServerlessIct.Local.Host.dll"));

    [GeneratedRegex(@"^\d+ functions run at (?<address>http://localhost:\d+/)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ReadyLine();
}

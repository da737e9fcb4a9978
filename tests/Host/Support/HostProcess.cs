using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServerlessIct.Local.Host.Tests.Support;

/// <summary>The host as a program, in a process group of its own, as a shell would start it.</summary>
sealed class HostProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    readonly Process process;
    readonly ConcurrentQueue<string> output = new();
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task reading = Task.CompletedTask;

    HostProcess(Process process) => this.process = process;

    public IReadOnlyList<string> Output => [.. output];

    public Uri Endpoint => listening.Task.Result;

    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var host = Launch(settings, TestApp.Folder);
        await host.listening.Task.WaitAsync(Patience);
        return host;
    }

    /// <summary>Starts it where it cannot start.</summary>
    public static async Task<(int ExitCode, string Output)> FailAsync(IReadOnlyDictionary<string, string> settings, string folder)
    {
        await using var host = Launch(settings, folder);
        return (await host.ExitedAsync(), string.Join('\n', host.Output));
    }

    public async Task<int> WorkerIdAsync()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        return (await http.GetFromJsonAsync<JsonElement>("admin/host/status")).GetProperty("workerProcessId").GetInt32();
    }

    /// <summary>What Ctrl+C does in a terminal: each process of the group gets the signal.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", "--", "-" + process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it alone, and at once.</summary>
    public void Kill() => process.Kill();

    public async Task<int> ExitedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await reading.WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static HostProcess Launch(IReadOnlyDictionary<string, string> settings, string folder)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", Path.Combine(TestApp.Output("Host"), "ServerlessIct.Local.Host.dll"), folder, "--port", "0", "--message-visibility", "2"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var host = new HostProcess(Process.Start(start)!);
        host.reading = Task.WhenAll(host.ReadAsync(host.process.StandardOutput), host.ReadAsync(host.process.StandardError));
        return host;
    }

    async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            output.Enqueue(line);
            if (line.Contains("functions run at", StringComparison.Ordinal)) listening.TrySetResult(new Uri(line.Split("run at ")[1].Split(' ')[0]));
        }
        listening.TrySetException(new InvalidOperationException("The host ended:\n" + string.Join('\n', output)));
    }
}

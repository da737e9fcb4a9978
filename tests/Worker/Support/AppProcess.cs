using System.Diagnostics;

namespace ServerlessIct.Local.Worker.Tests.Support;

/// <summary>The application of CrashApp as a process of its own, which can be killed.</summary>
sealed class AppProcess : IAsyncDisposable
{
    const string Listening = "Now listening on: ";

    readonly Process _process;
    readonly List<string> _output = [];

    AppProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    public static async Task<AppProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var process = Start(settings);
        var app = new AppProcess(process);
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => app.Hear(line.Data, listening);
        process.ErrorDataReceived += (_, line) => app.Hear(line.Data, listening);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The application ended: " + string.Join('\n', app.Output)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        app.Address = new Uri(await listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        return app;
    }

    /// <summary>What it printed and its exit code, for settings with which it cannot start.</summary>
    public static async Task<(int Code, string Output)> FailAsync(IReadOnlyDictionary<string, string?> settings)
    {
        using var process = Start(settings);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    /// <summary>Ends it without a word, like <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, like Ctrl+C, and says how it did.</summary>
    public async Task<int> TerminateAsync()
    {
        using (Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    static Process Start(IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Assembly());
        start.ArgumentList.Add("--port");
        start.ArgumentList.Add("0");
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.EnableRaisingEvents = true;
        return process;
    }

    /// <summary>CrashApp is built into the same artifacts folder, under its own name and the same configuration.</summary>
    static string Assembly()
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(mine.Parent!.Parent!.FullName, "CrashApp", mine.Name, "ServerlessIct.Local.Worker.CrashApp.dll");
    }

    void Hear(string? line, TaskCompletionSource<string> listening)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0)
            listening.TrySetResult(line[(at + Listening.Length)..]);
    }
}

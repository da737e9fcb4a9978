using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Worker;

/// <summary>The process of the app. It ends when this process ends, however that is: its standard input closes then (see StartupHook.cs).</summary>
sealed partial class WorkerProcess : IAsyncDisposable
{
    const int LinesKept = 12;

    readonly Process process;
    readonly Queue<string> tail = new();
    readonly Lock gate = new();
    readonly ILogger log;
    bool disposed;

    WorkerProcess(Process process, ILogger log)
    {
        this.process = process;
        this.log = log;
        Id = process.Id;
        var output = Task.WhenAll(KeepAsync(process.StandardOutput, LogLevel.Information), KeepAsync(process.StandardError, LogLevel.Warning));
        Exited = WaitAsync();

        async Task WaitAsync()
        {
            await process.WaitForExitAsync(CancellationToken.None);
            // A process of the worker's own may hold its output open.
            await output.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The system's id of the process.</summary>
    public int Id { get; }

    /// <summary>Completes when it has ended.</summary>
    public Task Exited { get; }

    /// <summary>How it ended, with the last lines that it printed; for messages, once it has.</summary>
    public string Ending
    {
        get
        {
            lock (tail)
                return string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}") + (tail.Count > 0 ? ". It printed last:\n  " + string.Join("\n  ", tail) : "; it printed nothing");
        }
    }

    /// <summary>Starts the app as a worker.</summary>
    /// <param name="appFolder">The published app, with worker.config.json.</param>
    /// <param name="id">By which it names itself when it connects.</param>
    /// <param name="connectTo">Where this host listens for it.</param>
    /// <param name="settings">Its environment.</param>
    /// <param name="log">Told what it prints.</param>
    /// <exception cref="FunctionsHostException">It cannot be started.</exception>
    public static WorkerProcess Start(string appFolder, string id, Uri connectTo, HostSettings settings, ILogger log)
    {
        var (program, assembly) = Description(appFolder);
        var start = new ProcessStartInfo(program, [assembly, .. Arguments(id, connectTo)])
        {
            WorkingDirectory = appFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in settings.ForWorker) start.Environment[name] = value;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = appFolder;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = appFolder;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WorkerProcess).Assembly.Location;
        try
        {
            return new WorkerProcess(Process.Start(start) ?? throw new FunctionsHostException($"{program} did not start."), log);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new FunctionsHostException($"The worker cannot be started: {program}: {e.Message}. Is the .NET runtime installed and on the PATH?", e);
        }
    }

    /// <summary>Ends it at once; does nothing where it has ended.</summary>
    public void Kill()
    {
        // Several functions may ask for it at the same time, the last of them after its end.
        lock (gate)
            if (!disposed && !process.HasExited) process.Kill(entireProcessTree: true);
    }

    /// <summary>Waits for its end as long as it is given, then ends it.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        try
        {
            await Exited.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(TimeSpan.Zero);
        lock (gate)
        {
            disposed = true;
            process.Dispose();
        }
    }

    /// <summary>What worker.config.json of the app's output says: how the app is started.</summary>
    static (string Program, string Assembly) Description(string appFolder)
    {
        var file = Path.Combine(appFolder, "worker.config.json");
        if (!File.Exists(file))
            throw new FunctionsHostException($"{appFolder} has no worker.config.json: it is not the output of a function app of the isolated worker model. Publish the app there first (dotnet publish -o).");
        string program, assembly;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var description = json.RootElement.GetProperty("description");
            assembly = Path.Combine(appFolder, description.GetProperty("defaultWorkerPath").GetString()!);
            program = description.TryGetProperty("defaultExecutablePath", out var executable) ? executable.GetString()! : "dotnet";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FunctionsHostException($"{file} does not say how the app is started (description.defaultWorkerPath): {e.Message}", e);
        }
        if (!File.Exists(assembly)) throw new FunctionsHostException($"{assembly} is not there, though worker.config.json names it: the output is not complete.");
        return (program, assembly);
    }

    /// <summary>Older and newer workers read different names; the real host too gives both.</summary>
    static IEnumerable<string> Arguments(string id, Uri connectTo)
    {
        var request = Guid.NewGuid().ToString();
        var most = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        return
        [
            "--host", connectTo.Host, "--port", connectTo.Port.ToString(CultureInfo.InvariantCulture), "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", most,
            "--functions-uri", connectTo.ToString(), "--functions-worker-id", id, "--functions-request-id", request, "--functions-grpc-max-message-length", most,
        ];
    }

    async Task KeepAsync(StreamReader reader, LogLevel level)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (tail)
            {
                if (tail.Count == LinesKept) tail.Dequeue();
                tail.Enqueue(line);
            }
            LogPrinted(level, line);
        }
    }

    [LoggerMessage(Message = "{Line}")]
    partial void LogPrinted(LogLevel level, string line);
}

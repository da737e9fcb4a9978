using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ServerlessIct.Local.Ict;

/// <summary>The function app as a process of its own, started from its build output; its output goes to a log file.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    const string Assembly = "ServerlessIct.App.dll";
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    /// <summary>The app's folder in the same configuration as this program: all projects are built side by side, <c>bin/PROJECT/CONFIGURATION</c>.</summary>
    static readonly string BuildOutput = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "App", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    readonly Process process;
    readonly Task log;

    AppProcess(Process process, string logFile)
    {
        this.process = process;
        LogFile = logFile;
        log = KeepLogAsync(process, logFile);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Where everything that the app prints is kept; begun anew at each start.</summary>
    public string LogFile { get; }

    /// <summary>The system's id of the process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Completes when the app ends, asked to or not.</summary>
    public Task Exited { get; }

    /// <summary>Starts the app; whether it is well is for the caller to ask.</summary>
    /// <param name="port">The port on loopback.</param>
    /// <param name="settings">Set in its environment, over those of this process.</param>
    /// <param name="logFile">Where its output goes.</param>
    public static AppProcess Start(int port, IReadOnlyDictionary<string, string> settings, string logFile)
    {
        var assembly = Path.Combine(BuildOutput, Assembly);
        if (!File.Exists(assembly)) throw new LocalSystemException($"{assembly} is not there: build the solution first, with dotnet build.");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { assembly, "--port", port.ToString(CultureInfo.InvariantCulture) },
            WorkingDirectory = BuildOutput,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new AppProcess(Process.Start(start) ?? throw new LocalSystemException("The program dotnet did not start."), logFile);
    }

    /// <summary>Ends the app at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await Exited;
        await log;
    }

    /// <summary>Asks the app to stop; ends it when it does not within seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited && !OperatingSystem.IsWindows()) AskToStop(process.Id, Terminate);
        try
        {
            await Exited.WaitAsync(OperatingSystem.IsWindows() ? TimeSpan.Zero : StopLimit);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await Exited;
        }
        await log;
        process.Dispose();
    }

    /// <summary>The end of the log, to show when the app broke off.</summary>
    public string LogTail()
    {
        const int Lines = 12;
        try
        {
            using var stream = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(Lines));
        }
        catch (IOException)
        {
            return "";
        }
    }

    static async Task KeepLogAsync(Process process, string file)
    {
        var lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line) lines.Writer.TryWrite(line);
        }
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError))
            .ContinueWith(_ => lines.Writer.Complete(), TaskScheduler.Default);
        await using var writer = new StreamWriter(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        await foreach (var line in lines.Reader.ReadAllAsync()) await writer.WriteLineAsync(line);
        await reading;
    }

    const int Terminate = 15;

    /// <summary>kill(2); .NET itself can only end a process at once.</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int AskToStop(int processId, int signal);
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessIct.Local.Azurite;

/// <summary>A running Azurite: blob, queue and table service on loopback, as a child process that does not outlive this one.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The account every emulator has; name and key are published by Microsoft and protect nothing.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The published key of <see cref="AccountName"/>.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    readonly Process _process;
    readonly ProcessOutput _output;
    int _ended;

    AzuriteProcess(Process process, ProcessOutput output, Task exited, IReadOnlyDictionary<string, int> ports)
    {
        _process = process;
        _output = output;
        ProcessId = process.Id;
        BlobEndpoint = Endpoint(ports["Blob"]);
        QueueEndpoint = Endpoint(ports["Queue"]);
        TableEndpoint = Endpoint(ports["Table"]);
        Exited = exited;
    }

    /// <summary>The system's id of the emulator's process.</summary>
    public int ProcessId { get; }

    /// <summary>Address of the blob service, account included, without a slash at the end.</summary>
    public Uri BlobEndpoint { get; }

    /// <summary>Address of the queue service, account included, without a slash at the end.</summary>
    public Uri QueueEndpoint { get; }

    /// <summary>Address of the table service, account included, without a slash at the end.</summary>
    public Uri TableEndpoint { get; }

    /// <summary>Completes when the emulator ends, asked to or not.</summary>
    public Task Exited { get; }

    /// <summary>What the storage clients and <c>AzureWebJobsStorage</c> take.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};" +
        $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Installs Azurite on first use, starts it, and returns once its three services accept requests.</summary>
    /// <exception cref="AzuriteException">Node or npm is missing, the installation failed, a port is taken, or the start took too long.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AzuriteOptions();
        var npm = await NpmFolder.InstalledAsync(
            "local/Azurite/npm", "the storage emulator (Azurite, about 190 MB)", options.Progress, cancellationToken);
        var process = Process.Start(Command(npm, options)) ?? throw new AzuriteException("The program node did not start.");
        var output = new ProcessOutput(process);
        var exited = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            var ports = await ListeningPortsAsync(output, limit.Token);
            return new AzuriteProcess(process, output, exited, ports);
        }
        catch (Exception error)
        {
            await EndAsync(process, output, exited, TimeSpan.Zero);
            if (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new AzuriteException(
                    $"Azurite did not start within {StartLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds. {output.Tail}", error);
            throw;
        }
    }

    /// <summary>Asks the emulator to write what it holds and stop; kills it by its process id when it does not within seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) await EndAsync(_process, _output, Exited, StopLimit);
    }

    static ProcessStartInfo Command(NpmFolder npm, AzuriteOptions options)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The list of versions Azurite knows is older than the clients; the requests themselves have not changed.
        string[] arguments =
        [
            "--require", npm.File("stop-with-parent.cjs"), npm.File("node_modules", "azurite", "dist", "src", "azurite.js"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Port(options.BlobPort), "--queuePort", Port(options.QueuePort), "--tablePort", Port(options.TablePort),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (options.DataFolder is { } folder)
        {
            folder = Path.GetFullPath(folder);
            Directory.CreateDirectory(folder);
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(folder);
        }
        else
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        return start;
    }

    static string Port(int port)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        return port.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The ports Azurite says it listens on; it opens blob, queue, table in turn and prints each only when it accepts requests.</summary>
    static async Task<IReadOnlyDictionary<string, int>> ListeningPortsAsync(ProcessOutput output, CancellationToken cancellationToken)
    {
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var line in output.Lines(cancellationToken))
        {
            var match = ListeningLine().Match(line);
            if (!match.Success) continue;
            ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            if (ports.Count == 3) return ports;
        }
        throw new AzuriteException(output.Tail.Contains("EADDRINUSE", StringComparison.Ordinal)
            ? $"Azurite could not start: a port it should listen on is taken. Stop what uses it, or choose another port. {output.Tail}"
            : $"Azurite ended while starting. {output.Tail}");
    }

    static async Task EndAsync(Process process, ProcessOutput output, Task exited, TimeSpan patience)
    {
        try
        {
            process.StandardInput.Close();
            await exited.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await exited;
        }
        output.Dispose();
        process.Dispose();
    }

    static Uri Endpoint(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{AccountName}"));

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://[^ ]+:(?<port>\d+)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ListeningLine();
}

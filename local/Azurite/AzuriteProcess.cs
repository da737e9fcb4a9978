using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessIct.Local.Azurite;

/// <summary>
/// A running Azurite: blob, queue and table service on loopback, as a child process that does not outlive this one.
/// Stopped, or left by a parent that was killed, it writes all it was told to its data folder. Killed itself, it loses what is younger than its
/// last save: Azurite saves tables, queues and the list of blobs every five seconds. In 12 kills under steady writing the oldest loss was
/// 4.8 seconds old, and no blob that was still listed had lost its content.
/// </summary>
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

    AzuriteProcess(Process process, ProcessOutput output, Task exited, AzuriteOptions options)
    {
        _process = process;
        _output = output;
        ProcessId = process.Id;
        BlobEndpoint = Endpoint(options.BlobPort);
        QueueEndpoint = Endpoint(options.QueuePort);
        TableEndpoint = Endpoint(options.TablePort);
        Exited = exited;
        Options = options;
    }

    /// <summary>The system's id of the emulator's process.</summary>
    public int ProcessId { get; }

    /// <summary>How it was started, with the ports it has: started so again after it has ended, it is found where it was, with the data of its folder.</summary>
    public AzuriteOptions Options { get; }

    /// <summary>Whether all three services have their usual ports: then <c>UseDevelopmentStorage=true</c>, Storage Explorer and SDKs find them.</summary>
    public bool IsDevelopmentStorage => AzuritePorts.Of(Options) == AzuritePorts.Usual;

    /// <summary>Address of the blob service, account included, without a slash at the end.</summary>
    public Uri BlobEndpoint { get; }

    /// <summary>Address of the queue service, account included, without a slash at the end.</summary>
    public Uri QueueEndpoint { get; }

    /// <summary>Address of the table service, account included, without a slash at the end.</summary>
    public Uri TableEndpoint { get; }

    /// <summary>Completes when the emulator has ended, asked to or not, and its data folder is free for another.</summary>
    public Task Exited { get; }

    /// <summary>What the storage clients and <c>AzureWebJobsStorage</c> take.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};" +
        $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Installs Azurite on first use, starts it, and returns once its three services accept requests.</summary>
    /// <exception cref="AzuriteException">
    /// Node or npm is missing or too old, the installation failed, a port that was asked for is taken, the data folder cannot be written or another
    /// emulator uses it, or the start took too long.
    /// </exception>
    public static Task<AzuriteProcess> StartAsync(AzuriteOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new AzuriteOptions(), AzuritePorts.IsFree, cancellationToken);

    internal static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, Func<int, bool> isFree, CancellationToken cancellationToken)
    {
        var asked = AzuritePorts.Of(options);
        var npm = await NpmFolder.InstalledAsync(
            "local/Azurite/npm", "the storage emulator (Azurite, about 190 MB)", options.Progress, cancellationToken);
        var folder = options.DataFolder is { } path ? await HeldFolder.TakeAsync(path, cancellationToken) : null;
        try
        {
            var chosen = options.PrefersUsualPorts ? asked.OrUsual(isFree) : asked;
            try
            {
                return await StartAsync(npm, options, chosen, folder, cancellationToken);
            }
            catch (AzuriteException taken) when (taken.Port is not null && chosen != asked)
            {
                // Another program was faster, or the port is free and yet not for us.
                return await StartAsync(npm, options, asked, folder, cancellationToken);
            }
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    static async Task<AzuriteProcess> StartAsync(
        NpmFolder npm, AzuriteOptions options, AzuritePorts ports, HeldFolder? folder, CancellationToken cancellationToken)
    {
        var process = Process.Start(Command(npm, ports, folder)) ?? throw new AzuriteException("The program node did not start.");
        var output = new ProcessOutput(process);
        var exited = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            folder?.Note(process);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            var (blob, queue, table) = await ListeningPortsAsync(output, limit.Token);
            return new AzuriteProcess(
                process, output, ReleaseAsync(exited, folder), options with { BlobPort = blob, QueuePort = queue, TablePort = table });
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

    static ProcessStartInfo Command(NpmFolder npm, AzuritePorts ports, HeldFolder? folder)
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
            "--blobPort", Text(ports.Blob), "--queuePort", Text(ports.Queue), "--tablePort", Text(ports.Table),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (folder is null)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(folder.Path);
        }
        return start;
    }

    static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The ports Azurite says it listens on; it opens blob, queue, table in turn and prints each only when it accepts requests.</summary>
    static async Task<AzuritePorts> ListeningPortsAsync(ProcessOutput output, CancellationToken cancellationToken)
    {
        var ports = new AzuritePorts();
        await foreach (var line in output.Lines(cancellationToken))
        {
            if (Refusal(line) is { } refusal) throw refusal;
            var match = ListeningLine().Match(line);
            if (!match.Success) continue;
            var port = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            switch (match.Groups["service"].Value)
            {
                case "Blob": ports = ports with { Blob = port }; break;
                case "Queue": ports = ports with { Queue = port }; break;
                default: return ports with { Table = port };
            }
        }
        throw new AzuriteException($"Azurite ended while starting. {output.Tail}");
    }

    static AzuriteException? Refusal(string line)
    {
        var match = RefusedPort().Match(line);
        if (!match.Success) return null;
        var (port, isTaken) = (match.Groups["port"].Value, match.Groups["code"].Value == "EADDRINUSE");
        return new AzuriteException($"Azurite could not start: port {port} {(isTaken
            ? "is taken. Stop what uses it, or choose another port."
            : "is not for this user to listen on. Choose another port.")}")
        {
            Port = int.Parse(port, CultureInfo.InvariantCulture),
        };
    }

    static async Task ReleaseAsync(Task exited, HeldFolder? folder)
    {
        await exited;
        folder?.Dispose();
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

    [GeneratedRegex(@"listen (?<code>EADDRINUSE|EACCES): .* [^ ]+:(?<port>\d+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex RefusedPort();
}

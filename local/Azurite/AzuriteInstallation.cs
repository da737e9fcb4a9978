using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace ServerlessIct.Local.Azurite;

/// <summary>Azurite as npm lays it out under <c>local/Azurite/npm</c>: the versions of the lock file there and no others.</summary>
sealed record AzuriteInstallation(string Node, string Main, string StopWithParent)
{
    const int OldestNode = 20;
    const string HowToGetNode = "Node 20 or newer is needed for the storage emulator: install it from nodejs.org or your system's packages, and make sure that node and npm are on the PATH.";
    static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    /// <summary>Finds the installation, or makes it; of several processes that come at once, one installs and the others wait.</summary>
    public static async Task<AzuriteInstallation> FindOrInstallAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        await RequireNodeAsync(cancellationToken);
        var folder = NpmFolder(AppContext.BaseDirectory);
        var stamp = await StampAsync(folder, cancellationToken);
        if (!IsInstalled(folder, stamp))
        {
            await using var held = await LockAsync(folder, progress, cancellationToken);
            if (!IsInstalled(folder, stamp)) await InstallAsync(folder, stamp, progress, cancellationToken);
        }
        return new AzuriteInstallation(
            "node",
            Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js"),
            Path.Combine(folder, "stop-with-parent.cjs"));
    }

    /// <summary><c>local/Azurite/npm</c> of the repository that <paramref name="start"/> lies in.</summary>
    public static string NpmFolder(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ServerlessIct.sln")))
                return Path.Combine(folder.FullName, "local", "Azurite", "npm");
        throw new AzuriteException($"No ServerlessIct.sln was found in {start} or above it: the storage emulator is started from a clone of the repository.");
    }

    static string Marker(string folder) => Path.Combine(folder, "node_modules", ".complete");

    // The marker is written last, so an installation that was interrupted, or made for another lock file, does not count.
    static bool IsInstalled(string folder, string stamp) => File.Exists(Marker(folder)) && File.ReadAllText(Marker(folder)) == stamp;

    static async Task<string> StampAsync(string folder, CancellationToken cancellationToken)
    {
        await using var lockFile = File.OpenRead(Path.Combine(folder, "package-lock.json"));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(lockFile, cancellationToken));
    }

    static async Task<FileStream> LockAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ".install.lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!told) progress?.Invoke("Waiting for another process that installs the storage emulator …");
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    static async Task InstallAsync(string folder, string stamp, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke("Installing the storage emulator (Azurite) with npm; about 190 MB, once …");
        // npm is a script on Windows, which only the shell can start.
        var (program, first) = OperatingSystem.IsWindows() ? ("cmd.exe", new[] { "/c", "npm" }) : ("npm", []);
        var (code, tail) = await RunAsync(program, [.. first, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (code != 0)
            throw new AzuriteException(string.Create(CultureInfo.InvariantCulture,
                $"npm could not install the storage emulator in {folder} (exit code {code}). Check the network and npm's registry setting, then try again. {tail}"));
        await File.WriteAllTextAsync(Marker(folder), stamp, cancellationToken);
        progress?.Invoke("The storage emulator is installed.");
    }

    static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        var isNewEnough = string.Create(CultureInfo.InvariantCulture, $"process.exit(parseInt(process.versions.node) >= {OldestNode} ? 0 : 1)");
        var (code, _) = await RunAsync("node", ["-e", isNewEnough], null, cancellationToken);
        if (code != 0) throw new AzuriteException("The Node on the PATH is too old. " + HowToGetNode);
    }

    static async Task<(int Code, string Tail)> RunAsync(
        string program, IEnumerable<string> arguments, string? folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            using var process = Process.Start(start) ?? throw new AzuriteException(HowToGetNode);
            process.StandardInput.Close();
            using var output = new ProcessOutput(process);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            await output.Drained;
            return (process.ExitCode, output.Tail);
        }
        catch (Win32Exception error)
        {
            throw new AzuriteException(HowToGetNode, error);
        }
    }
}

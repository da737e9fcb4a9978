using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ServerlessIct.Local.Azurite;

/// <summary>
/// A folder of the repository with a package.json and a lock file whose packages npm lays out on first use: the versions of the lock file
/// and no others, and no install scripts. Several processes may ask at once; one installs and the others wait.
/// </summary>
public sealed partial class NpmFolder
{
    const int OldestNode = 20;
    const string HowToGetNode =
        "Node 20 or newer is needed: install it from nodejs.org or your system's packages, and make sure that node and npm are on the PATH.";
    static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    NpmFolder(string path) => Path = path;

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Finds <paramref name="relativePath"/> in the repository this program was built in, and installs its packages unless they are there.</summary>
    /// <param name="relativePath">From the repository's root, for instance <c>local/Azurite/npm</c>; an absolute path is taken as it is.</param>
    /// <param name="what">What is installed, for the progress lines: a noun phrase with its size.</param>
    /// <param name="progress">Told one line at a time while it takes long; may be null.</param>
    /// <exception cref="AzuriteException">Node or npm is missing or too old, there is no repository above the program, or npm failed.</exception>
    public static async Task<NpmFolder> InstalledAsync(
        string relativePath, string what, Action<string>? progress, CancellationToken cancellationToken)
    {
        await RequireNodeAsync(cancellationToken);
        var folder = new NpmFolder(System.IO.Path.Combine(RepositoryRoot(AppContext.BaseDirectory), relativePath));
        var stamp = await folder.StampAsync(cancellationToken);
        if (folder.IsInstalled(stamp)) return folder;
        await using var held = await folder.LockAsync(what, progress, cancellationToken);
        if (!folder.IsInstalled(stamp)) await folder.InstallAsync(stamp, what, progress, cancellationToken);
        return folder;
    }

    /// <summary>A path inside the folder.</summary>
    public string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine(Path, System.IO.Path.Combine(parts));

    /// <summary>The folder at or above <paramref name="start"/> that holds the solution.</summary>
    internal static string RepositoryRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "ServerlessIct.sln")))
                return folder.FullName;
        throw new AzuriteException($"No ServerlessIct.sln was found in {start} or above it: run this from a clone of the repository.");
    }

    string Marker => File("node_modules", ".complete");

    // The marker is written last, so an installation that was interrupted, or made for another lock file, does not count.
    bool IsInstalled(string stamp) => System.IO.File.Exists(Marker) && System.IO.File.ReadAllText(Marker) == stamp;

    async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        await using var lockFile = System.IO.File.OpenRead(File("package-lock.json"));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(lockFile, cancellationToken));
    }

    async Task<FileStream> LockAsync(string what, Action<string>? progress, CancellationToken cancellationToken)
    {
        var path = File(".install.lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(path))
            {
                if (!told) progress?.Invoke($"Waiting for another process that installs {what} …");
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    async Task InstallAsync(string stamp, string what, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke($"Installing {what} with npm, once …");
        // npm is a script on Windows, which only the shell can start.
        var (program, first) = OperatingSystem.IsWindows() ? ("cmd.exe", new[] { "/c", "npm" }) : ("npm", []);
        var (code, tail) = await RunAsync(program, [.. first, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], Path, cancellationToken);
        if (code != 0)
            throw new AzuriteException(string.Create(CultureInfo.InvariantCulture,
                $"npm could not install {what} in {Path} (exit code {code}). Check the network and npm's registry setting, then try again. {tail}"));
        await System.IO.File.WriteAllTextAsync(Marker, stamp, cancellationToken);
        progress?.Invoke("Installed.");
    }

    static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        var (code, tail) = await RunAsync("node", ["--version"], null, cancellationToken);
        var version = NodeVersion().Match(tail);
        if (code != 0 || !version.Success) throw new AzuriteException($"The program node on the PATH does not tell its version. {tail} {HowToGetNode}");
        if (int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture) < OldestNode)
            throw new AzuriteException($"The Node on the PATH is too old: {version.Value}. {HowToGetNode}");
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

    [GeneratedRegex(@"v(?<major>\d{1,4})\.\d+\.\d+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NodeVersion();
}

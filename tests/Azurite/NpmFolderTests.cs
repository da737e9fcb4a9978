namespace ServerlessIct.Local.Azurite.Tests;

/// <summary>What is said when node or npm is not as it should be. The programs are shell scripts on a PATH of their own, so nothing else runs meanwhile.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
[Collection("environment")]
public sealed class NpmFolderTests : IDisposable
{
    const string HowToGetNode = "Node 20 or newer is needed: install it from nodejs.org or your system's packages, and make sure that node and npm are on the PATH.";

    readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    readonly TestFolder _programs = new();
    readonly TestFolder _packages = new();

    public NpmFolderTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are scripts of a Unix shell.");
        Environment.SetEnvironmentVariable("PATH", _programs.Path);
        File.WriteAllText(_packages["package-lock.json"], "{}");
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _programs.Dispose();
        _packages.Dispose();
    }

    // What the scripts node and npm do, null where there is none, and what is said.
    public static TheoryData<string?, string?, string> Faults => new()
    {
        { null, null, HowToGetNode },
        { "echo v18.20.4", null, "The Node on the PATH is too old: v18.20.4. " + HowToGetNode },
        { "echo 'cannot execute binary file' >&2; exit 126", null, "The program node on the PATH does not tell its version. It printed: cannot execute binary file " + HowToGetNode },
        { "echo hello", null, "The program node on the PATH does not tell its version. It printed: hello " + HowToGetNode },
        { "echo v20.0.0", null, HowToGetNode },
        {
            "echo v22.1.0", "echo 'npm error code ENOTFOUND' >&2; exit 7",
            "npm could not install the packages in FOLDER (exit code 7). Check the network and npm's registry setting, then try again. It printed: npm error code ENOTFOUND"
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_amiss_with_node_or_npm_is_said_and_nothing_counts_as_installed(string? node, string? npm, string expected)
    {
        if (node is not null) _programs.Program("node", node);
        if (npm is not null) _programs.Program("npm", npm);

        var error = await Should.ThrowAsync<AzuriteException>(InstallAsync);

        error.Message.ShouldBe(expected.Replace("FOLDER", _packages.Path, StringComparison.Ordinal));
        File.Exists(_packages["node_modules/.complete"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Several_that_ask_at_once_install_once_and_a_changed_lock_file_installs_again()
    {
        _programs.Program("node", "echo v20.0.0");
        _programs.Program("npm", "echo \"$*\" >> calls; /bin/mkdir -p node_modules");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InstallAsync()));
        (await File.ReadAllLinesAsync(_packages["calls"], Token)).ShouldBe(["ci --ignore-scripts --no-audit --no-fund"]);

        await File.WriteAllTextAsync(_packages["package-lock.json"], "{ }", Token);
        await InstallAsync();
        await InstallAsync();
        (await File.ReadAllLinesAsync(_packages["calls"], Token)).Length.ShouldBe(2);
    }

    [Fact]
    public void A_folder_without_the_repository_above_it_is_refused_with_a_reason() =>
        Should.Throw<AzuriteException>(() => NpmFolder.RepositoryRoot(Path.GetTempPath())).Message.ShouldContain("ServerlessIct.sln");

    Task InstallAsync() => NpmFolder.InstalledAsync(_packages.Path, "the packages", progress: null, Token);
}

using System.Diagnostics;

namespace ServerlessIct.Local.Azurite.Tests;

/// <summary>What becomes of data when the emulator, or the program that started it, ends in one way or another.</summary>
public sealed class DataFolderTests
{
    /// <summary>Azurite saves each of its lists every five seconds; the rest is for a busy machine.</summary>
    static readonly TimeSpan UntilSaved = TimeSpan.FromSeconds(8);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_stop_and_a_start_it_is_where_it_was_with_all_it_was_told()
    {
        using var folder = new TestFolder();
        var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder.Path }, Token);
        var numbers = new StoredNumbers(first.ConnectionString);
        await numbers.CreateAsync();
        await numbers.AddAsync(1, 2, 3);
        await first.DisposeAsync();

        await using var second = await AzuriteProcess.StartAsync(first.Options, Token);

        second.ConnectionString.ShouldBe(first.ConnectionString);
        await numbers.ShouldBeAsync(1, 2, 3);
        await numbers.AddAsync(4);
        await numbers.ShouldBeAsync(1, 2, 3, 4);
    }

    [Fact]
    public async Task After_it_was_killed_it_has_what_it_had_saved_and_nothing_half()
    {
        using var folder = new TestFolder();
        await using var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder.Path }, Token);
        var numbers = new StoredNumbers(first.ConnectionString);
        await numbers.CreateAsync();
        await numbers.AddAsync(Enumerable.Range(0, 20));
        await Task.Delay(UntilSaved, Token);
        await numbers.AddAsync(Enumerable.Range(20, 5));

        using (var process = Process.GetProcessById(first.ProcessId)) process.Kill();
        await first.Exited;
        await using var second = await AzuriteProcess.StartAsync(first.Options, Token);

        var (rows, blobs, messages) = await numbers.ReadAsync();
        foreach (var kept in (int[][])[rows, blobs, messages])
        {
            kept.Length.ShouldBeInRange(20, 25);
            kept.ShouldBe(Enumerable.Range(0, kept.Length));
        }
    }

    [Fact]
    public async Task A_parent_that_is_killed_takes_it_along_and_loses_nothing()
    {
        using var folder = new TestFolder();
        using var parent = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(DataFolderTests).Assembly.Location, "--explicit", "only", "--filter-method", $"*.{nameof(Holds_an_emulator_until_it_is_killed)}"])
        {
            Environment = { [FolderVariable] = folder.Path },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = parent.StandardOutput.ReadToEndAsync(Token);
        while (!File.Exists(folder[Ready]))
        {
            if (parent.HasExited) throw new InvalidOperationException(await output);
            await Task.Delay(50, Token);
        }
        var emulator = await File.ReadAllLinesAsync(folder[Ready], Token);
        var numbers = new StoredNumbers(emulator[1]);
        await numbers.CreateAsync();
        await numbers.AddAsync(Enumerable.Range(0, 20));

        parent.Kill();
        await parent.WaitForExitAsync(Token);
        await using var next = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder[Data] }, Token);

        await new StoredNumbers(next.ConnectionString).ShouldBeAsync([.. Enumerable.Range(0, 20)]);
        HeldFolder.IsRunning(int.Parse(emulator[0], System.Globalization.CultureInfo.InvariantCulture), null).ShouldBeFalse();
    }

    const string FolderVariable = "AZURITE_TEST_FOLDER", Ready = "ready.txt", Data = "data";

    /// <summary>The parent of the test above, in a process of its own.</summary>
    [Fact(Explicit = true)]
    public async Task Holds_an_emulator_until_it_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable).ShouldNotBeNull();
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = Path.Combine(folder, Data) }, Token);
        var written = Path.Combine(folder, "unready.txt");
        await File.WriteAllLinesAsync(written, [azurite.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), azurite.ConnectionString], Token);
        File.Move(written, Path.Combine(folder, Ready));
        await Task.Delay(Timeout.Infinite, Token);
    }
}

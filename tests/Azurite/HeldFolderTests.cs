using System.Diagnostics;
using System.Globalization;

namespace ServerlessIct.Local.Azurite.Tests;

public sealed class HeldFolderTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_emulator_on_one_folder_is_refused_and_does_the_first_no_harm()
    {
        using var folder = new TestFolder();
        var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder["data"] }, Token);
        var numbers = new StoredNumbers(first.ConnectionString);
        await numbers.CreateAsync();
        Directory.CreateSymbolicLink(folder["link"], folder["data"]);

        foreach (var path in (string[])[folder["data"], Path.GetRelativePath(Directory.GetCurrentDirectory(), folder["data"]), folder["link"]])
            (await Should.ThrowAsync<AzuriteException>(() => AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = path }, Token)))
                .Message.ShouldBe($"The data folder {Path.GetFullPath(path)} is in use by another storage emulator. Stop the program that started it, or choose another folder.");

        await numbers.AddAsync(1);
        await first.DisposeAsync();
        await using var next = await AzuriteProcess.StartAsync(first.Options, Token);
        await numbers.ShouldBeAsync(1);
    }

    public static TheoryData<string> Unwritable => OperatingSystem.IsLinux() ? ["file/data", "/proc/data", "/proc/self"] : ["file/data"];

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task A_folder_that_cannot_be_written_is_refused(string path)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["file"], "", Token);

        var error = await Should.ThrowAsync<AzuriteException>(() => AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder[path] }, Token));

        error.Message.ShouldStartWith($"The data folder {folder[path]} cannot be written: ");
        error.Message.ShouldEndWith("Choose another folder, or change its permissions.");
    }

    [Fact]
    public async Task Who_takes_a_folder_waits_for_the_emulator_that_a_killed_program_left()
    {
        using var folder = new TestFolder();
        using var left = Process.Start("node", ["-e", "setTimeout(() => {}, 1500)"]);
        await NoteAsync(folder, left.Id, left.StartTime);

        using var held = await HeldFolder.TakeAsync(folder.Path, Token);
        var taken = TimeProvider.System.GetLocalNow().DateTime;

        // The runtime notices the end of its child a moment after the system has forgotten it.
        await left.WaitForExitAsync(Token);
        (left.ExitTime - taken).ShouldBeLessThan(TimeSpan.FromMilliseconds(700));
    }

    [Fact]
    public async Task A_process_that_has_got_the_same_id_since_is_not_waited_for()
    {
        using var folder = new TestFolder();
        using var other = Process.GetCurrentProcess();
        await NoteAsync(folder, other.Id, other.StartTime.AddMinutes(-1));

        using var held = await HeldFolder.TakeAsync(folder.Path, Token);

        held.Path.ShouldBe(folder.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("1")]
    [InlineData("99999999999999999999 1")]
    public async Task A_note_that_says_nothing_is_passed_over(string note)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder[HeldFolder.LockFile], note, Token);

        using var held = await HeldFolder.TakeAsync(folder.Path, Token);

        held.Path.ShouldBe(folder.Path);
    }

    static Task NoteAsync(TestFolder folder, int process, DateTime start) => File.WriteAllTextAsync(
        folder[HeldFolder.LockFile], string.Create(CultureInfo.InvariantCulture, $"{process} {new DateTimeOffset(start).ToUnixTimeMilliseconds()}"), Token);
}

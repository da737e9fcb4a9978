using System.Diagnostics;
using System.Globalization;

namespace ServerlessIct.Local.Azurite.Tests;

public sealed class AzuriteProcessTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_three_services_answer_on_ports_of_their_own_and_end_with_the_process()
    {
        using var http = new HttpClient();
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Progress = Console.Error.WriteLine }, Token);
        Uri[] endpoints = [azurite.BlobEndpoint, azurite.QueueEndpoint, azurite.TableEndpoint];
        endpoints.Select(e => e.Port).Distinct().Count().ShouldBe(3);
        foreach (var endpoint in endpoints)
        {
            using var answer = await http.GetAsync(endpoint, Token);
            ((int)answer.StatusCode).ShouldBeInRange(400, 403, endpoint.ToString());
            azurite.ConnectionString.ShouldContain($"Endpoint={endpoint};");
        }

        await azurite.DisposeAsync();

        azurite.Exited.IsCompletedSuccessfully.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => Process.GetProcessById(azurite.ProcessId));
        foreach (var endpoint in endpoints) AzuritePorts.IsFree(endpoint.Port).ShouldBeTrue(endpoint.ToString());
    }

    [Fact]
    public async Task Two_can_run_side_by_side()
    {
        var both = await Task.WhenAll(AzuriteProcess.StartAsync(cancellationToken: Token), AzuriteProcess.StartAsync(cancellationToken: Token));
        both[0].BlobEndpoint.ShouldNotBe(both[1].BlobEndpoint);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task Ctrl_C_in_a_terminal_leaves_it_to_the_program_when_storage_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that could be sent to one process.");
        await using var azurite = await AzuriteProcess.StartAsync(cancellationToken: Token);
        using var kill = Process.Start("kill", ["-INT", azurite.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
        var numbers = new StoredNumbers(azurite.ConnectionString);

        await numbers.CreateAsync();
        await numbers.AddAsync(1);

        await numbers.ShouldBeAsync(1);
        azurite.Exited.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_no_process_and_no_hold_of_the_folder()
    {
        using var folder = new TestFolder();
        var options = new AzuriteOptions { DataFolder = folder.Path };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => AzuriteProcess.StartAsync(options, stop.Token));

        await using var next = await AzuriteProcess.StartAsync(options, Token);
        next.Exited.IsCompleted.ShouldBeFalse();
    }
}

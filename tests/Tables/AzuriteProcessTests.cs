using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.Local.Tables.Tests;

public class AzuriteProcessTests
{
    [Fact]
    public async Task The_three_services_answer_on_ports_of_their_own_and_end_with_the_process()
    {
        using var http = new HttpClient();
        int id;
        Task exited;
        await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Progress = Console.Error.WriteLine }))
        {
            id = azurite.ProcessId;
            exited = azurite.Exited;
            Uri[] endpoints = [azurite.BlobEndpoint, azurite.QueueEndpoint, azurite.TableEndpoint];
            endpoints.Select(e => e.Port).Distinct().Count().ShouldBe(3);
            foreach (var endpoint in endpoints)
            {
                using var answer = await http.GetAsync(endpoint);
                ((int)answer.StatusCode).ShouldBeInRange(400, 403, endpoint.ToString());
                azurite.ConnectionString.ShouldContain($"Endpoint={endpoint};");
            }
            await azurite.DisposeAsync();
        }
        exited.IsCompletedSuccessfully.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task Two_can_run_side_by_side()
    {
        var both = await Task.WhenAll(AzuriteProcess.StartAsync(), AzuriteProcess.StartAsync());
        both[0].BlobEndpoint.ShouldNotBe(both[1].BlobEndpoint);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task A_taken_port_is_named_in_the_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var error = await Should.ThrowAsync<AzuriteException>(() => AzuriteProcess.StartAsync(new AzuriteOptions { QueuePort = port }));
        error.Message.ShouldContain("a port it should listen on is taken");
        error.Message.ShouldContain(listener.LocalEndpoint.ToString()!);
    }

    [Fact]
    public async Task What_was_written_to_a_folder_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;
        var options = new AzuriteOptions { DataFolder = folder };
        try
        {
            await using (var first = await AzuriteProcess.StartAsync(options))
            {
                var table = new TableClient(first.ConnectionString, "kept");
                await table.CreateAsync();
                await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "Sóc Trăng" });
            }
            await using var second = await AzuriteProcess.StartAsync(options);
            var row = await new TableClient(second.ConnectionString, "kept").GetEntityAsync<TableEntity>("p", "r");
            row.Value.GetString("Text").ShouldBe("Sóc Trăng");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Ctrl_C_in_a_terminal_leaves_it_to_the_program_when_storage_ends()
    {
        // Windows has no signal that could be sent to one process.
        if (OperatingSystem.IsWindows()) return;
        await using var azurite = await AzuriteProcess.StartAsync();
        using var kill = Process.Start("kill", ["-INT", azurite.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();

        var table = new TableClient(azurite.ConnectionString, "still");
        await table.CreateAsync();

        (await table.QueryAsync<TableEntity>().CountAsync()).ShouldBe(0);
        azurite.Exited.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task It_ends_by_itself_when_the_program_that_holds_its_input_is_gone()
    {
        var npm = await NpmFolder.InstalledAsync("local/Azurite/npm", "the storage emulator", null, CancellationToken.None);
        var start = new ProcessStartInfo("node",
        [
            "--require", npm.File("stop-with-parent.cjs"), npm.File("node_modules", "azurite", "dist", "src", "azurite.js"),
            "--inMemoryPersistence", "--silent", "--disableTelemetry", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Azurite Table service is successfully", StringComparison.Ordinal))
        {
        }

        process.StandardInput.Close();

        (await process.StandardOutput.ReadToEndAsync()).ShouldContain("Azurite Table service successfully closed");
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_folder_without_the_repository_above_it_is_refused_with_a_reason()
    {
        var error = Should.Throw<AzuriteException>(() => NpmFolder.RepositoryRoot(Path.GetTempPath()));
        error.Message.ShouldContain("ServerlessIct.sln");
    }
}

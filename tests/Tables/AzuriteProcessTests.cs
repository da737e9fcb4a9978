using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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
    public void A_folder_without_the_repository_above_it_is_refused_with_a_reason()
    {
        var error = Should.Throw<AzuriteException>(() => NpmFolder.RepositoryRoot(Path.GetTempPath()));
        error.Message.ShouldContain("ServerlessIct.sln");
    }
}

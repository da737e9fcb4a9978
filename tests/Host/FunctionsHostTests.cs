using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests;

public sealed class FunctionsHostTests
{
    [Fact]
    public async Task Two_hosts_in_one_process_do_not_mix()
    {
        await using var first = await TestHost.StartAsync(new Dictionary<string, string>(TestApp.Settings(storage: null, "Open", "EnvironmentOfWorker"), StringComparer.Ordinal) { ["Own"] = "first" });
        var second = await TestHost.StartAsync(
            new Dictionary<string, string>(TestApp.Settings(storage: null, "Keyed", "EnvironmentOfWorker"), StringComparer.Ordinal) { ["Own"] = "second" },
            new FunctionsHostOptions { Keys = new HostKeys("master", "default") });
        await using (second)
        {
            first.Host.Endpoint.ShouldNotBe(second.Host.Endpoint);
            first.Host.WorkerProcessId.ShouldNotBe(second.Host.WorkerProcessId);
            (await first.Http.GetStringAsync("api/environment")).ShouldContain("\"Own\":\"first\"");
            (await second.Http.GetStringAsync("api/environment?code=master")).ShouldContain("\"Own\":\"second\"");
            (await second.Http.GetAsync("api/open")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }

        (await first.Http.GetStringAsync("api/open")).ShouldBe("open");
    }

    [Fact]
    public async Task Its_end_is_the_end_of_the_worker_and_may_be_asked_for_twice()
    {
        var host = await TestHost.StartAsync(TestApp.Settings(storage: null, "Open"));
        var worker = host.Host.WorkerProcessId!.Value;
        Processes.IsRunning(worker).ShouldBeTrue();

        await host.Host.DisposeAsync();
        await host.Host.DisposeAsync();

        Processes.IsRunning(worker).ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => host.Http.GetAsync("api/open"));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_log_that_throws_does_no_harm()
    {
        await using var host = await FunctionsHost.StartAsync(
            TestApp.Folder, TestApp.Settings(storage: null, "Throwing", "Open"), new FunctionsHostOptions { Log = _ => throw new InvalidOperationException("The test has ended.") });
        using var http = new HttpClient { BaseAddress = host.Endpoint };
        var worker = host.WorkerProcessId;

        (await http.GetAsync("api/throwing")).StatusCode.ShouldBe(System.Net.HttpStatusCode.InternalServerError);

        (await http.GetStringAsync("api/open")).ShouldBe("open");
        host.WorkerProcessId.ShouldBe(worker);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_told()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;

        var fault = await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(TestApp.Settings(storage: null, "Open"), new FunctionsHostOptions { Port = port }));

        fault.Message.ShouldBe(FormattableString.Invariant($"Port {port} of this machine is in use. Stop the program that uses it, or choose another port (--port)."));
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Net.Http.Json;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Worker;

public sealed class WorkerLifeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_worker_that_dies_under_a_request_is_started_again_and_the_request_gets_503()
    {
        await using var host = await TestHost.StartAsync(TestApp.Settings(storage: null, "Dying", "Open"));
        var before = host.Host.WorkerProcessId;

        using var answer = await host.Http.PostAsync("api/dying", content: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await host.Http.GetStringAsync("api/open")).ShouldBe("open");
        host.Host.WorkerProcessId.ShouldNotBeNull();
        host.Host.WorkerProcessId.ShouldNotBe(before);
        await host.LogsAsync(string.Create(CultureInfo.InvariantCulture, $"The worker process {before} ended: exit code 3"));
        host.Log.ShouldContain(l => l.Contains("The last words.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_under_which_the_worker_dies_is_taken_again()
    {
        await using var host = await TestHost.StartAsync(TestApp.Settings(azurite.ConnectionString, "Deadly"));

        await azurite.SendAsync(host.Settings["Queue"] + "-deadly", "m");

        await host.SeesAsync("deadly m 2");
        host.Seen.ShouldBe(["deadly m 1", "deadly m 2"]);
    }

    [Fact]
    public async Task A_worker_that_does_not_start_again_is_tried_with_growing_pauses_and_the_status_says_so()
    {
        var crash = Path.Combine(Path.GetTempPath(), TestApp.NewName());
        var settings = TestApp.Settings(storage: null, "Open");
        settings["CrashWhileThereIs"] = crash;
        await using var host = await TestHost.StartAsync(settings);
        await File.WriteAllTextAsync(crash, "");
        try
        {
            Processes.Kill(host.Host.WorkerProcessId!.Value);
            await Eventually.IsTrueAsync(() => Fallen(host).Count >= 3, () => string.Join('\n', host.Log));

            var status = await host.Http.GetFromJsonAsync<JsonElement>("admin/host/status");
            status.GetProperty("state").GetString().ShouldBe("Error");
            status.GetProperty("errors")[0].GetString()!.ShouldContain("is being started again");
            host.Host.WorkerProcessId.ShouldBeNull();
        }
        finally
        {
            File.Delete(crash);
        }
        (await host.Http.GetStringAsync("api/open")).ShouldBe("open");
        var fallen = Fallen(host);
        (fallen[2] - fallen[1]).ShouldBeGreaterThan(fallen[1] - fallen[0]);

        static List<DateTimeOffset> Fallen(TestHost host) =>
            [.. host.Log.Where(l => l.Contains("ended while it started: exit code 7", StringComparison.Ordinal)).Select(l => DateTimeOffset.Parse(l.Split(' ')[0], CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task A_killed_host_takes_its_worker_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is a program of Linux.");
        await using var host = await HostProcess.StartAsync(TestApp.Settings(storage: null, "Open"));
        var worker = await host.WorkerIdAsync();
        Processes.IsRunning(worker).ShouldBeTrue();

        host.Kill();

        await Eventually.IsTrueAsync(() => !Processes.IsRunning(worker), () => "the worker is gone");
    }

    [Fact]
    public async Task An_interrupt_of_the_whole_group_ends_functions_worker_and_host_in_order()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is a program of Linux.");
        using var seen = new SeenFile();
        var settings = TestApp.Settings(azurite.ConnectionString, "PatientMessage");
        settings["Seen"] = seen.Path;
        await using var host = await HostProcess.StartAsync(settings);
        var worker = await host.WorkerIdAsync();
        await azurite.SendAsync(settings["Queue"] + "-patient", "m");
        await seen.HasAsync("m began", () => string.Join('\n', host.Output));

        await host.InterruptAsync();

        (await host.ExitedAsync()).ShouldBe(0, string.Join('\n', host.Output));
        seen.Lines.ShouldBe(["m began", "m cancelled"]);
        Processes.IsRunning(worker).ShouldBeFalse();
        host.Output.ShouldNotContain(l => l.Contains("The worker process", StringComparison.Ordinal));
    }
}

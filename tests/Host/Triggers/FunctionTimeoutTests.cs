using System.Diagnostics;
using System.Net;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

public sealed class FunctionTimeoutTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_function_is_told_when_its_time_is_up_and_one_that_does_not_listen_ends_with_its_worker()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Patient", "Stubborn", "Open", "PatientMessage");
        settings["AzureFunctionsJobHost__functionTimeout"] = "00:00:01";
        await using var host = await TestHost.StartAsync(settings);
        var worker = host.Host.WorkerProcessId;
        await azurite.SendAsync(settings["Queue"] + "-patient", "m");

        (await host.Http.GetAsync("api/patient")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await host.SeesAsync("patient cancelled");
        await host.SeesAsync("m cancelled");
        host.Host.WorkerProcessId.ShouldBe(worker);

        var stubborn = host.Http.GetAsync("api/stubborn");
        await host.SeesAsync("stubborn began");
        (await host.Http.GetStringAsync("api/open")).ShouldBe("open");
        using var answer = await stubborn;
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("longer than functionTimeout in host.json allows (00:00:01)");
        (await host.Http.GetStringAsync("api/open")).ShouldBe("open");
        host.Host.WorkerProcessId.ShouldNotBe(worker);
    }

    [Fact]
    public async Task The_end_of_the_host_cancels_what_runs_and_waits_for_nothing_that_does_not_listen()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Patient", "Stubborn", "PatientMessage", "StubbornMessage");
        await using var host = await TestHost.StartAsync(settings);
        var worker = host.Host.WorkerProcessId!.Value;
        await azurite.SendAsync(settings["Queue"] + "-patient", "m");
        await azurite.SendAsync(settings["Queue"] + "-stubborn", "s");
        Task<HttpResponseMessage>[] asked = [host.Http.GetAsync("api/patient"), host.Http.GetAsync("api/stubborn")];
        foreach (var line in (string[])["patient began", "stubborn began", "m began", "s began"]) await host.SeesAsync(line);
        var watch = Stopwatch.StartNew();

        await host.Host.DisposeAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(25));
        host.Seen.ShouldContain("patient cancelled");
        host.Seen.ShouldContain("m cancelled");
        Processes.IsRunning(worker).ShouldBeFalse();
        foreach (var request in asked) (await request).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }
}

using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Timers;

public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    const string Yearly = "0 0 0 1 1 *";

    public sealed class Scheduled(Seen seen)
    {
        [Function("Scheduled")]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer) =>
            seen.Add($"{(timer.IsPastDue ? "late" : "in time")}, {(timer.ScheduleStatus is null ? "not kept" : "kept")}");
    }

    public sealed class AtStart(Seen seen)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger(Yearly, RunOnStartup = true)] TimerInfo timer) => seen.Add(timer.IsPastDue ? "late" : "at start");
    }

    public sealed class Retried(Seen seen)
    {
        [Function("Retried")]
        [FixedDelayRetry(2, "00:00:00.01")]
        public void Run([TimerTrigger(Yearly, RunOnStartup = true)] TimerInfo timer, FunctionContext context)
        {
            seen.Add((context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount));
            throw new InvalidOperationException(timer.IsPastDue ? "late" : "in time");
        }
    }

    /// <summary>The real time, moved; what waits, waits in real time.</summary>
    sealed class MovedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    /// <summary>A clock that stands; what waits, waits in real time and finds it as it was set.</summary>
    sealed class SetClock(DateTime at) : TimeProvider
    {
        long _ticks = at.Ticks;

        public void Set(DateTime at) => Volatile.Write(ref _ticks, at.Ticks);

        public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
    }

    static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Hours from now, at half past, so that no run at a full hour is due while the test looks.</summary>
    static TimeSpan ToHalfPast(int hours) => TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(30 - Now.Minute);

    TestApplication At(string schedule, TimeSpan moved) => By(new MovedClock(moved), schedule);

    TestApplication By(TimeProvider clock, string schedule) =>
        (new TestApplication(typeof(Scheduled)) { Configure = By(clock) }).On(azurite).With(("Schedule", schedule));

    static Action<Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder> By(TimeProvider clock) =>
        builder => builder.Services.AddSingleton(clock);

    async Task<JsonElement?> StatusAsync(TestApplication application, string function)
    {
        var blob = azurite.Blobs.GetBlobContainerClient("azure-webjobs-hosts")
            .GetBlobClient($"timers/{application.Settings["AzureFunctionsWebHost:hostid"]}/Host.Functions.{function}/status");
        return await blob.ExistsAsync() ? JsonDocument.Parse((await blob.DownloadContentAsync()).Value.Content).RootElement : null;
    }

    [Fact]
    public async Task A_schedule_of_seconds_runs_and_is_not_kept()
    {
        var application = At("* * * * * *", TimeSpan.Zero);
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync(2)).ShouldBe(["in time, not kept", "in time, not kept"]);
        (await StatusAsync(application, "Scheduled")).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_at_its_time_is_written_down_with_the_next_one()
    {
        var hour = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        var clock = new SetClock(hour.AddSeconds(-1));
        var application = By(clock, "0 0 * * * *");
        await using var host = await TestHost.StartAsync(application);
        await Eventually.IsTrueAsync(async () => await StatusAsync(application, "Scheduled") is { } s && s.GetProperty("Next").GetDateTime() == hour, "this hour as the next run");

        clock.Set(hour);

        (await application.Seen.NextAsync()).ShouldBe("in time, kept");
        await Eventually.IsTrueAsync(async () => await StatusAsync(application, "Scheduled") is { } s && s.GetProperty("Next").GetDateTime() == hour.AddHours(1), "the next hour as the next run");
        (await StatusAsync(application, "Scheduled"))!.Value.GetProperty("Last").GetDateTime().ShouldBe(hour);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one()
    {
        var before = At("0 0 * * * *", ToHalfPast(hours: 0));
        await using (await TestHost.StartAsync(before))
            await Eventually.IsTrueAsync(async () => await StatusAsync(before, "Scheduled") is not null, "a stored status");
        before.Seen.Rest().ShouldBeEmpty();

        var after = before with { Configure = By(new MovedClock(ToHalfPast(hours: 10))) };
        await using (await TestHost.StartAsync(after))
        {
            (await after.Seen.NextAsync()).ShouldBe("late, kept");
            await Eventually.IsTrueAsync(async () => (await StatusAsync(after, "Scheduled"))!.Value.GetProperty("Last").GetDateTime() != default, "the run written down");
        }

        await using (await TestHost.StartAsync(after))
            await Task.Delay(500);
        after.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_schedule_that_changed_is_due_by_the_new_one()
    {
        var before = At(Yearly, TimeSpan.Zero);
        await using (await TestHost.StartAsync(before))
            await Eventually.IsTrueAsync(async () => await StatusAsync(before, "Scheduled") is not null, "a stored status");

        var after = (before with { Configure = By(new MovedClock(ToHalfPast(hours: 2))) }).With(("Schedule", "0 0 * * * *"));
        await using var host = await TestHost.StartAsync(after);

        (await after.Seen.NextAsync()).ShouldBe("late, kept");
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_the_timer_until_it_stops()
    {
        var one = At("* * * * * *", TimeSpan.Zero);
        var two = one with { Seen = new Seen() };
        var first = await TestHost.StartAsync(one);
        await one.Seen.NextAsync();
        await using var second = await TestHost.StartAsync(two);
        await one.Seen.NextAsync(2);
        two.Seen.Rest().ShouldBeEmpty();

        await first.DisposeAsync();

        await two.Seen.NextAsync();
    }

    [Fact]
    public async Task Run_on_startup_runs_at_every_start()
    {
        var application = new TestApplication(typeof(AtStart)).On(azurite);
        for (var start = 0; start < 2; start++)
        {
            await using var host = await TestHost.StartAsync(application);
            (await application.Seen.NextAsync()).ShouldBe("at start");
        }

        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timer_that_fails_is_retried_as_its_attribute_says()
    {
        var application = new TestApplication(typeof(Retried)).On(azurite);
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync(3)).ShouldBe([(0, 2), (1, 2), (2, 2)]);
        await Eventually.IsTrueAsync(async () => await StatusAsync(application, "Retried") is { } s && s.GetProperty("Last").GetDateTime() != default, "the failed run written down");
        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_status_that_cannot_be_read_is_begun_anew()
    {
        var application = At("0 0 * * * *", ToHalfPast(hours: 0));
        var hosts = azurite.Blobs.GetBlobContainerClient("azure-webjobs-hosts");
        await hosts.CreateIfNotExistsAsync();
        await hosts.GetBlobClient($"timers/{application.Settings["AzureFunctionsWebHost:hostid"]}/Host.Functions.Scheduled/status").UploadAsync(BinaryData.FromString("{"));
        await using var host = await TestHost.StartAsync(application);

        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    return await StatusAsync(application, "Scheduled") is { } s && s.GetProperty("Next").GetDateTime() > DateTime.UnixEpoch;
                }
                catch (JsonException)
                {
                    return false;
                }
            },
            "a new status");
    }
}

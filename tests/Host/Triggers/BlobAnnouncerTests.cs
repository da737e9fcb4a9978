using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using ServerlessIct.Local.Host.Tests.Support;
using ServerlessIct.Local.Host.Triggers;

namespace ServerlessIct.Local.Host.Tests.Triggers;

public sealed class BlobAnnouncerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    readonly BlobContainerClient container = azurite.Blobs.GetBlobContainerClient(TestApp.NewName());
    readonly BlobClient state = azurite.Blobs.GetBlobContainerClient(TestApp.NewName()).GetBlobClient("state");
    readonly ConcurrentQueue<string> told = new();
    Func<string, int> answer = _ => StatusCodes.Status202Accepted;
    WebApplication hook = null!;

    Uri WebHook => new(hook.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        hook = builder.Build();
        hook.Urls.Add("http://127.0.0.1:0");
        hook.MapPost("/", async (HttpContext http) =>
        {
            using var events = await JsonDocument.ParseAsync(http.Request.Body);
            var data = events.RootElement[0];
            var name = data.GetProperty("subject").GetString()!.Split("/blobs/", 2)[1];
            if (!data.GetProperty("data").GetProperty("url").GetString()!.EndsWith("/" + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal)) return Results.BadRequest();
            var status = answer(name);
            if (status == StatusCodes.Status202Accepted) told.Enqueue(name);
            return Results.StatusCode(status);
        });
        await hook.StartAsync();
    }

    public async ValueTask DisposeAsync() => await hook.DisposeAsync();

    [Fact]
    public async Task The_first_start_announces_all_a_restart_what_is_new_or_within_the_overlap()
    {
        await container.CreateAsync();
        await WriteAsync("a");
        // The storage dates to the second, and what is as old as the newest is told again.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await WriteAsync("Sóc Trăng/b 1.txt");
        await RunAsync(Overlap(TimeSpan.Zero), until: 2);
        told.ShouldBe(["a", "Sóc Trăng/b 1.txt"], ignoreOrder: true);

        await WriteAsync("c");
        await RunAsync(Overlap(TimeSpan.Zero), until: 4);
        told.Skip(2).ShouldBe(["Sóc Trăng/b 1.txt", "c"], ignoreOrder: true);

        await RunAsync(Overlap(TimeSpan.FromMinutes(10)), until: 7);
        told.Skip(4).ShouldBe(["a", "Sóc Trăng/b 1.txt", "c"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_written_again_is_announced_again_and_nothing_twice()
    {
        await container.CreateAsync();
        await WriteAsync("a");
        await RunAsync(Overlap(TimeSpan.FromMinutes(10)), until: 1, then: () => WriteAsync("a"), untilThen: 2);

        told.ShouldBe(["a", "a"]);
    }

    [Fact]
    public async Task A_container_that_is_made_later_is_announced_from()
    {
        await RunAsync(
            Overlap(TimeSpan.FromMinutes(10)),
            until: 0,
            then: async () =>
            {
                await Task.Delay(4 * Poll);
                await container.CreateAsync();
                await WriteAsync("a");
            },
            untilThen: 1);

        told.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_web_hook_that_fails_is_tried_again_and_holds_up_no_other_blob()
    {
        await container.CreateAsync();
        foreach (var name in (string[])["a", "b", "c"]) await WriteAsync(name);
        var refusals = 0;
        answer = name => name == "a" && Interlocked.Increment(ref refusals) <= 2 ? StatusCodes.Status500InternalServerError : StatusCodes.Status202Accepted;

        await RunAsync(Overlap(TimeSpan.Zero), until: 3);

        told.ToList()[..2].ShouldBe(["b", "c"], ignoreOrder: true);
        told.Last().ShouldBe("a");
    }

    [Fact]
    public async Task What_failed_before_a_restart_is_announced_after_it()
    {
        await container.CreateAsync();
        await WriteAsync("a");
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await WriteAsync("b");
        answer = name => name == "a" ? StatusCodes.Status500InternalServerError : StatusCodes.Status202Accepted;
        await RunAsync(Overlap(TimeSpan.Zero), until: 1);
        told.ShouldBe(["b"]);

        answer = _ => StatusCodes.Status202Accepted;
        await RunAsync(Overlap(TimeSpan.Zero), until: 3);

        told.ShouldContain("a");
    }

    [Fact]
    public async Task A_web_hook_that_is_slow_beyond_its_time_is_tried_again()
    {
        await container.CreateAsync();
        await WriteAsync("a");
        var slow = 1;
        answer = _ =>
        {
            if (Interlocked.Exchange(ref slow, 0) == 1) Thread.Sleep(1000);
            return StatusCodes.Status202Accepted;
        };
        using var announcer = new BlobAnnouncer(container, state, WebHook, key: null, Poll, NullLogger.Instance) { AnswerLimit = TimeSpan.FromMilliseconds(300) };

        await RunAsync(announcer, until: 2);

        told.ShouldBe(["a", "a"]);
    }

    [Fact]
    public async Task Of_ten_thousand_blobs_only_those_of_the_overlap_are_held()
    {
        var newest = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var listed = Enumerable.Range(0, 10_000).Select(i => Item(i, newest.AddSeconds(-i))).ToList();
        using var announcer = new BlobAnnouncer(Listing(listed, TimeSpan.Zero, () => { }), state, WebHook, key: null, Poll, NullLogger.Instance) { Overlap = TimeSpan.FromSeconds(500) };

        await RunAsync(announcer, until: 10_000);
        await Eventually.IsTrueAsync(async () => await state.ExistsAsync(), () => "the state is written");

        announcer.Held.ShouldBe(501);
        (await state.DownloadContentAsync()).Value.Content.ToString().ShouldBe(newest.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_list_that_takes_long_is_made_a_tenth_of_the_time_and_announcing_does_not_count()
    {
        var starts = new ConcurrentQueue<long>();
        var listed = new List<BlobItem> { Item(0, DateTimeOffset.UnixEpoch) };
        answer = _ =>
        {
            Thread.Sleep(600);
            return StatusCodes.Status202Accepted;
        };
        using var announcer = new BlobAnnouncer(Listing(listed, TimeSpan.FromMilliseconds(100), () => starts.Enqueue(Stopwatch.GetTimestamp())), state, WebHook, key: null, Poll, NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var running = announcer.RunAsync(stop.Token);

        await Eventually.IsTrueAsync(() => starts.Count >= 3, () => "three lists");
        await stop.CancelAsync();
        await running;

        var times = starts.ToList();
        // The first look announces for 600 ms, lists for 100 ms, and rests nine times as long as it listed; the next one has nothing to announce.
        Stopwatch.GetElapsedTime(times[0], times[1]).ShouldBeInRange(TimeSpan.FromMilliseconds(1400), TimeSpan.FromMilliseconds(3500));
        Stopwatch.GetElapsedTime(times[1], times[2]).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950));
    }

    BlobAnnouncer Overlap(TimeSpan overlap) => new(container, state, WebHook, key: null, Poll, NullLogger.Instance) { Overlap = overlap };

    /// <summary>Runs an announcer until so many blobs were told of, and two looks more.</summary>
    async Task RunAsync(BlobAnnouncer announcer, int until, Func<Task>? then = null, int untilThen = 0)
    {
        using (announcer)
        using (var stop = new CancellationTokenSource())
        {
            var running = announcer.RunAsync(stop.Token);
            await Eventually.IsTrueAsync(() => told.Count >= until, () => $"told of: {string.Join(", ", told)}");
            if (then is not null) await then();
            await Eventually.IsTrueAsync(() => told.Count >= untilThen, () => $"told of: {string.Join(", ", told)}");
            await Task.Delay(6 * Poll);
            await stop.CancelAsync();
            await running;
        }
    }

    Task WriteAsync(string name) => container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), overwrite: true);

    static BlobItem Item(int number, DateTimeOffset written) => BlobsModelFactory.BlobItem(
        name: number.ToString(CultureInfo.InvariantCulture),
        properties: BlobsModelFactory.BlobItemProperties(accessTierInferred: false, lastModified: written, eTag: new ETag("1")));

    /// <summary>A container with more blobs, or slower, than the emulator's could be made.</summary>
    BlobContainerClient Listing(IReadOnlyList<BlobItem> blobs, TimeSpan takes, Action begins)
    {
        var mock = new Mock<BlobContainerClient>(azurite.ConnectionString, "box") { CallBase = true };
        mock.Setup(c => c.GetBlobsAsync(It.IsAny<GetBlobsOptions>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            begins();
            return AsyncPageable<BlobItem>.FromPages(Pages());
        });
        return mock.Object;

        IEnumerable<Page<BlobItem>> Pages()
        {
            Thread.Sleep(takes);
            yield return Page<BlobItem>.FromValues(blobs, continuationToken: null, Mock.Of<Response>());
        }
    }
}

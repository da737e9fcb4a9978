using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using ServerlessIct.App.Api;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Api;

[Collection("storage")]
public sealed class GateTests(AzuriteFixture azurite)
{
    const string Key = "a key of somebody";

    [Fact]
    public async Task An_answer_that_the_client_has_costs_no_request_to_the_storage_until_series_are_built()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var first = await GetAsync(app, "?indicator=telecom.base_stations", null);
        var version = first.Response.Headers.ETag.ToString();
        var requests = 0;
        app.Tap.Before = _ =>
        {
            Interlocked.Increment(ref requests);
            return Task.CompletedTask;
        };

        (await GetAsync(app, "?indicator=telecom.base_stations", version)).Response.StatusCode.ShouldBe(304);
        requests.ShouldBe(0);
        (await GetAsync(app, "?indicator=telecom.base_stations_4g", version)).Response.StatusCode.ShouldBe(200);

        await app.Get<ContentVersion>().RenewAsync(CancellationToken.None);
        var built = await GetAsync(app, "?indicator=telecom.base_stations", version);
        built.Response.StatusCode.ShouldBe(200);
        built.Response.Headers.ETag.ToString().ShouldNotBe(version);
    }

    [Fact]
    public async Task Another_instance_hears_of_new_series_within_seconds()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var here = app.Get<ContentVersion>();
        var there = new ContentVersion(app.Get<StorageClients>(), app.Time);
        var before = await here.CurrentAsync(CancellationToken.None);
        await there.RenewAsync(CancellationToken.None);

        (await here.CurrentAsync(CancellationToken.None)).ShouldBe(before);
        app.Time.Shift = TimeSpan.FromSeconds(11);
        (await here.CurrentAsync(CancellationToken.None)).ShouldBe(await there.CurrentAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("another key", null)]
    [InlineData(Key, "somebody")]
    public void A_reader_is_known_by_the_hash_of_the_key(string? shown, string? name)
    {
        var readers = Readers(("ReadKeys", $"other:{new string('0', 64)},somebody:{Hash(Key)}"));
        var context = new DefaultHttpContext();
        if (shown is not null) context.Request.Headers[ReaderKeys.Header] = shown;

        readers.NameOf(context.Request).ShouldBe(name);
        readers.IsPublic.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ReadKeys", "somebody")]
    [InlineData("ReadKeys", "somebody:abc")]
    [InlineData("ReadKeys", "a secret typed here by mistake")]
    [InlineData("PublicRead", "yes")]
    public void A_setting_that_cannot_be_read_stops_the_app_and_is_not_repeated(string name, string value)
    {
        var e = Should.Throw<InvalidOperationException>(() => Readers((name, value)));

        e.Message.ShouldContain(name);
        e.Message.ShouldNotContain(value);
    }

    [Fact]
    public void A_caller_may_send_so_many_requests_a_minute_and_then_as_many_as_time_gives()
    {
        var time = new ShiftedTime();
        var rates = new GcraRateLimiter(60, time);
        var passed = Enumerable.Range(0, 70).Count(_ => rates.Wait("one") is null);

        passed.ShouldBeInRange(60, 61);
        rates.Wait("one")!.Value.TotalSeconds.ShouldBeInRange(0.1, 2);
        rates.Wait("another").ShouldBeNull();
        time.Shift = TimeSpan.FromSeconds(10);
        Enumerable.Range(0, 20).Count(_ => rates.Wait("one") is null).ShouldBeInRange(9, 11);
        time.Shift = TimeSpan.FromMinutes(3);
        rates.Wait("one").ShouldBeNull();
    }

    [Fact]
    public void No_limit_is_no_limit()
    {
        var rates = new GcraRateLimiter(0, TimeProvider.System);
        Enumerable.Range(0, 10_000).ShouldAllBe(_ => rates.Wait("one") == null);
    }

    [Theory]
    [InlineData(true, "203.0.113.7:51000", "127.0.0.1", "address 203.0.113.7")]
    [InlineData(true, "203.0.113.7", "127.0.0.1", "address 203.0.113.7")]
    [InlineData(true, "[2001:db8:1:2:3:4:5:6]:51000", "127.0.0.1", "address 2001:db8:1:2::/64")]
    [InlineData(true, "2001:db8:1:2:ffff::6", "127.0.0.1", "address 2001:db8:1:2::/64")]
    [InlineData(true, "[::ffff:203.0.113.7]:51000", "127.0.0.1", "address 203.0.113.7")]
    [InlineData(true, null, "10.0.0.5", "address 10.0.0.5")]
    [InlineData(true, "of my own making", "10.0.0.5", "address 10.0.0.5")]
    [InlineData(false, "203.0.113.7:51000", "10.0.0.5", "address 10.0.0.5")]
    [InlineData(false, null, "::ffff:10.0.0.5", "address 10.0.0.5")]
    [InlineData(false, null, "2001:db8:1:2:3:4:5:6", "address 2001:db8:1:2::/64")]
    [InlineData(false, null, null, "address unknown")]
    public void A_caller_without_a_known_key_is_told_apart_by_what_no_caller_can_choose(bool isInAzure, string? clientIp, string? remote, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 198.51.100.2";
        context.Request.Headers["X-Azure-ClientIP"] = "198.51.100.3";
        context.Request.Headers[ReaderKeys.Header] = "whatever";
        if (clientIp is not null) context.Request.Headers["client-ip"] = clientIp;
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("WEBSITE_SITE_NAME", isInAzure ? "ict" : null)]).Build();

        CallerIdentity.From(settings).Of(context.Request, SeriesOperations.Data, reader: null).ShouldBe(expected);
    }

    [Fact]
    public void A_key_counts_for_itself_where_it_is_a_readers_or_the_host_has_checked_it()
    {
        var callers = new CallerIdentity(isBehindFrontEnd: false);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        // The host checks the first.
        context.Request.Headers[ReaderKeys.Header] = new StringValues([Key, "another"]);
        context.Request.QueryString = new QueryString("?code=a+third");

        callers.Of(context.Request, SeriesOperations.Data, "somebody").ShouldBe("reader somebody");
        callers.Of(context.Request, DocumentOperations.Put, reader: null).ShouldBe($"key {Hash(Key)[..16]}");
        context.Request.Headers.Remove(ReaderKeys.Header);
        callers.Of(context.Request, DocumentOperations.Put, reader: null).ShouldBe($"key {Hash("a third")[..16]}");
        context.Request.QueryString = default;
        callers.Of(context.Request, DocumentOperations.Put, reader: null).ShouldBe("address 127.0.0.1");
    }

    [Fact]
    public async Task A_new_key_with_each_request_does_not_get_past_the_limit_and_another_address_is_not_held_up()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var gate = new ApiGate(
            app.Get<ReaderKeys>(), new CallerIdentity(isBehindFrontEnd: true), new GcraRateLimiter(30, app.Time), app.Get<ContentVersion>(), NullLogger<ApiGate>.Instance);
        var statuses = new List<int>();
        for (var i = 0; i < 40; i++) statuses.Add(await StatusAsync("203.0.113.7:" + (50_000 + i).ToString(CultureInfo.InvariantCulture)));

        statuses[..30].ShouldAllBe(s => s == 200);
        statuses[31..].ShouldAllBe(s => s == 429);
        (await StatusAsync("203.0.113.8:50000")).ShouldBe(200);

        async Task<int> StatusAsync(string client)
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            context.Request.Headers["CLIENT-IP"] = client;
            context.Request.Headers[ReaderKeys.Header] = Guid.NewGuid().ToString();
            var answer = await gate.AnswerAsync(context.Request, SeriesOperations.Data, _ => Task.FromResult(new Answer()), CancellationToken.None);
            return ((Answer)answer).Status;
        }
    }

    static ReaderKeys Readers(params (string Name, string Value)[] settings) => ReaderKeys.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());

    static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    static async Task<HttpContext> GetAsync(TestApp app, string query, string? version)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "GET";
        context.Request.QueryString = new QueryString(query);
        if (version is not null) context.Request.Headers.IfNoneMatch = version;
        context.Response.Body = new MemoryStream();
        var result = await app.Get<GetData>().Run(context.Request, CancellationToken.None);
        await result.ExecuteAsync(context);
        return context;
    }
}

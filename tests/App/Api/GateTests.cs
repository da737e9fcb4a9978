using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.App.Api;
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
        var rates = new RequestRates(60, time);
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
        var rates = new RequestRates(0, TimeProvider.System);
        Enumerable.Range(0, 10_000).ShouldAllBe(_ => rates.Wait("one") == null);
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

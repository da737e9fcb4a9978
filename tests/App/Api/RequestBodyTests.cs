using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Api;
using Yarp.ReverseProxy.Forwarder;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Api;

/// <summary>Bodies that are refused, over a real server, alone and behind a forwarder like the one of the Functions host.</summary>
[Collection("storage")]
public sealed class RequestBodyTests(AzuriteFixture azurite)
{
    const int Limit = 100_000;

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task An_upload_that_is_too_large_is_answered_413(int bytes, bool isChunked, bool expects, bool isForwarded)
    {
        await using var app = await TestApp.StartAsync(azurite, maxBytes: Invariant($"{Limit}"));
        await using var worker = await WorkerAsync(app);
        await using var host = isForwarded ? await HostAsync(worker) : null;
        using var client = new HttpClient();

        var (status, text) = await PutAsync(client, AddressOf(host ?? worker) + "api/v1/documents/soc-trang/long.txt", bytes, isChunked, expects);

        (status, text.Contains("100000", StringComparison.Ordinal)).ShouldBe((413, true), text);
        (await app.SnapshotAsync()).ShouldBe("");
        // The connection is left in order: the next request uses it.
        (await PutAsync(client, AddressOf(host ?? worker) + "api/v1/documents/soc-trang/short.txt", 100, isChunked, expects)).Status.ShouldBe(202);
    }

    public static TheoryData<int, bool, bool, bool> Uploads()
    {
        var all = new TheoryData<int, bool, bool, bool>();
        // The second is beyond the limit that the server sets by default.
        foreach (var bytes in (int[])[8_000_000, 40_000_000])
            foreach (var isChunked in (bool[])[false, true])
                foreach (var expects in (bool[])[false, true])
                    foreach (var isForwarded in (bool[])[false, true])
                        all.Add(bytes, isChunked, expects, isForwarded);
        return all;
    }

    [Theory]
    [InlineData("documents/soc-trang/a.", 400)]
    [InlineData("corrections/a", 400)]
    [InlineData("nowhere", 404)]
    [InlineData("export", 405)]
    public async Task Whatever_else_is_refused_with_a_body_is_answered_behind_the_host(string path, int status)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var worker = await WorkerAsync(app);
        await using var host = await HostAsync(worker);
        using var client = new HttpClient();

        var (answered, text) = await PutAsync(client, AddressOf(host) + "api/v1/" + path, 40_000_000, isChunked: false, expects: false);

        answered.ShouldBe(status, text);
    }

    [Theory]
    [InlineData("Content-Length: 40000000\r\nExpect: 100-continue\r\n")]
    [InlineData("Content-Length: 120000000\r\n")]
    public async Task A_body_that_is_held_back_or_endless_is_refused_unread(string header)
    {
        await using var app = await TestApp.StartAsync(azurite, maxBytes: Invariant($"{Limit}"));
        await using var worker = await WorkerAsync(app);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(AddressOf(worker)).Port);
        var began = Stopwatch.GetTimestamp();

        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"PUT /api/v1/documents/a.txt HTTP/1.1\r\nHost: localhost\r\n{header}\r\n"));
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);

        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 413 Payload Too Large");
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_sender_who_goes_away_in_the_middle_of_a_refused_body_leaves_the_server_well()
    {
        await using var app = await TestApp.StartAsync(azurite, maxBytes: Invariant($"{Limit}"));
        await using var worker = await WorkerAsync(app);
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(AddressOf(worker)).Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("PUT /api/v1/documents/a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000\r\n\r\nhalf of it"));
        }
        using var client = new HttpClient();

        (await PutAsync(client, AddressOf(worker) + "api/v1/documents/b.txt", 100, isChunked: false, expects: false)).Status.ShouldBe(202);
    }

    static async Task<(int Status, string Text)> PutAsync(HttpClient client, string address, int bytes, bool isChunked, bool expects)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = expects;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The functions on a server of their own, as in the worker process.</summary>
    static async Task<WebApplication> WorkerAsync(TestApp app)
    {
        var web = Builder().Build();
        web.MapPut("api/v1/documents/{**name}", (HttpContext c, string name) => app.Get<WriteDocuments>().Put(c.Request, name, c.RequestAborted));
        web.MapPut("api/v1/corrections/{id}", (HttpContext c, string id) => app.Get<CorrectionRoutes>().Put(c.Request, id, c.RequestAborted));
        web.Map("api/v1/{**path}", (HttpContext c, string? path) => app.Get<FallbackFunction>().Run(c.Request, path, c.RequestAborted));
        await web.StartAsync();
        return web;
    }

    /// <summary>Forwards as the Functions host does, and like it answers 500 where that fails.</summary>
    static async Task<WebApplication> HostAsync(WebApplication worker)
    {
        var builder = Builder();
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 100 * 1024 * 1024);
        var web = builder.Build();
        var (forwarder, client) = (web.Services.GetRequiredService<IHttpForwarder>(), new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));
        web.Map("{**path}", async (HttpContext context) =>
        {
            var error = await forwarder.SendAsync(context, AddressOf(worker), client, new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(240) });
            if (error != ForwarderError.None && !context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        });
        web.Lifetime.ApplicationStopped.Register(client.Dispose);
        await web.StartAsync();
        return web;
    }

    static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    static string AddressOf(WebApplication web) => web.Urls.Single() + "/";
}

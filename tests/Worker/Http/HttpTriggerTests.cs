using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Http;

public sealed class HttpTriggerTests
{
    const string NoPrefix = """{ "extensions": { "http": { "routePrefix": "" } } }""";

    static TestApplication Answering => new(typeof(Answers)) { HostJson = NoPrefix };

    [Theory]
    [InlineData("GET", "items/41/An?q=x", HttpStatusCode.OK, "42 An x")]
    [InlineData("GET", "items/41", HttpStatusCode.OK, "42 nobody ")]
    [InlineData("GET", "items/-1/S%C3%B3c%20Tr%C4%83ng%20100%25", HttpStatusCode.OK, "0 Sóc Trăng 100% ")]
    [InlineData("GET", "items/a%2Fb", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "items/x", HttpStatusCode.NotFound, "")]
    [InlineData("POST", "items/41", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("DELETE", "typed/true/5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f/1.5/9", HttpStatusCode.OK, "DELETE True 5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f 1.5 9")]
    [InlineData("GET", "typed/false/5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f/1.5", HttpStatusCode.OK, "GET False 5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f 1.5 7")]
    [InlineData("PUT", "ByName", HttpStatusCode.OK, """{"body":"sent"}""")]
    [InlineData("POST", "byname", HttpStatusCode.OK, """{"body":"sent"}""")]
    [InlineData("GET", "ByName", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("GET", "object", HttpStatusCode.Created, """{"province":"Sóc Trăng"}""")]
    [InlineData("GET", "written", HttpStatusCode.OK, "written")]
    [InlineData("GET", "throwing", HttpStatusCode.InternalServerError, "")]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound, "")]
    public async Task Requests_reach_functions_by_route_and_method(string method, string path, HttpStatusCode status, string body)
    {
        await using var host = await TestHost.StartAsync(Answering);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "PUT" or "POST")
            request.Content = new StringContent("sent");

        using var answer = await host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        var text = await answer.Content.ReadAsStringAsync();
        (text.StartsWith('{') ? JsonSerializer.Serialize(JsonDocument.Parse(text), Unescaped) : text).ShouldBe(body);
    }

    static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(null, "api/items/1", HttpStatusCode.OK)]
    [InlineData(null, "items/1", HttpStatusCode.NotFound)]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/data" } } }""", "v1/data/items/1", HttpStatusCode.OK)]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "/x/" } } }""", "x/items/1", HttpStatusCode.OK)]
    public async Task The_prefix_of_host_json_stands_before_every_route(string? hostJson, string path, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync(Answering with { HostJson = hostJson });

        (await host.Http.GetAsync(path)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Only_names_of_this_machine_reach_the_functions(string name, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync(Answering);
        using var request = new HttpRequestMessage(HttpMethod.Get, "items/1");
        request.Headers.Host = name;

        (await host.Http.SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_function_can_be_the_home_page()
    {
        await using var host = await TestHost.StartAsync(new TestApplication(typeof(HomePage), typeof(Answers)) { HostJson = NoPrefix });

        (await host.Http.GetStringAsync("")).ShouldBe("home");
        (await host.Http.GetAsync("nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_large_body_is_streamed_and_not_kept()
    {
        const long length = 64L << 20;
        await using var host = await TestHost.StartAsync(Answering);
        using var content = new StreamContent(new ZeroStream(length));

        using var answer = await host.Http.PutAsync("documents/2023/a%20b.pdf", content);

        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        said.GetProperty("name").GetString().ShouldBe("2023/a b.pdf");
        said.GetProperty("length").GetInt64().ShouldBe(length);
        said.GetProperty("grew").GetInt64().ShouldBeLessThan(16L << 20);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused()
    {
        await using var host = await TestHost.StartAsync(Answering.With(("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "1000")));

        using var within = new ByteArrayContent(new byte[1000]);
        (await host.Http.PutAsync("documents/a", within)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var above = new ByteArrayContent(new byte[1001]);
        (await host.Http.PutAsync("documents/a", above)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function()
    {
        var application = new TestApplication(typeof(Patient));
        await using var host = await TestHost.StartAsync(application);
        using var gone = new CancellationTokenSource();
        var asked = host.Http.GetAsync("api/patient", gone.Token);
        (await application.Seen.NextAsync()).ShouldBe("began");

        await gone.CancelAsync();

        (await application.Seen.NextAsync()).ShouldBe("cancelled");
        await Should.ThrowAsync<OperationCanceledException>(asked);
    }

    [Fact]
    public async Task Stopping_the_host_cancels_requests_and_does_not_wait_for_ever()
    {
        var application = new TestApplication(typeof(Patient));
        var host = await TestHost.StartAsync(application);
        var asked = host.Http.GetAsync("api/patient");
        (await application.Seen.NextAsync()).ShouldBe("began");

        await host.StopAsync();

        (await application.Seen.NextAsync()).ShouldBe("cancelled");
        (await asked).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Middleware_runs_in_order_sees_the_request_and_may_replace_the_answer()
    {
        var application = Answering with
        {
            Configure = builder =>
            {
                builder.UseMiddleware<Stamp>();
                builder.UseWhen<Mask>(context => context.FunctionDefinition.Name == "Throwing");
                builder.UseMiddleware((context, next) =>
                {
                    context.GetHttpContext()!.Response.Headers.Append("X-Way", "inner");
                    return next();
                });
            },
        };
        await using var host = await TestHost.StartAsync(application);

        var plain = await host.Http.GetAsync("items/1");
        plain.Headers.GetValues("X-Way").ShouldBe(["outer httpTrigger", "inner"]);
        var masked = await host.Http.GetAsync("throwing");
        masked.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    sealed class Stamp : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetHttpContext()!.Response.Headers.Append("X-Way", "outer " + context.FunctionDefinition.InputBindings["request"].Type);
            return next(context);
        }
    }

    sealed class Mask : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = new StatusCodeResult(503);
            }
        }
    }

    /// <summary>Zeros that are made as they are read.</summary>
    sealed class ZeroStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Array.Clear(buffer, offset, read);
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

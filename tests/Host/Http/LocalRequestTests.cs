using System.Net;

namespace ServerlessIct.Local.Host.Tests.Http;

/// <summary>A host without keys, and pages in a browser of the same machine.</summary>
[Collection(nameof(HttpHost))]
public sealed class LocalRequestTests(HttpHost shared)
{
    [Theory]
    [InlineData("GET", "api/echo/x", "https://elsewhere.example", HttpStatusCode.OK)]
    [InlineData("POST", "api/echo/x", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "api/echo/x", "null", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "api/echo/x", "http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("GET", "admin/host/status", "null", HttpStatusCode.Forbidden)]
    [InlineData("GET", "Admin/functions", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", "runtime/webhooks/blobs", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", "api/echo/x", "own", HttpStatusCode.OK)]
    [InlineData("GET", "admin/host/status", "own", HttpStatusCode.OK)]
    [InlineData("POST", "api/echo/x", null, HttpStatusCode.OK)]
    [InlineData("GET", "admin/host/status", null, HttpStatusCode.OK)]
    public async Task Pages_of_other_origins_may_only_read(string method, string path, string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (origin is not null) request.Headers.Add("Origin", origin == "own" ? shared.Host.Host.Endpoint.GetLeftPart(UriPartial.Authority) : origin);

        (await shared.Host.Http.SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task Only_names_of_this_machine_are_answered(string name, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/echo/x");
        request.Headers.Host = name;

        (await shared.Host.Http.SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("api/keyed")]
    [InlineData("api/for-administrators")]
    [InlineData("admin/host/status")]
    [InlineData("admin/functions")]
    public async Task No_key_is_asked_for(string path) => (await shared.Host.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
}

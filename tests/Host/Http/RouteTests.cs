using System.Net;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Http;

[Collection(nameof(HttpHost))]
public sealed class RouteTests(HttpHost shared)
{
    // Each as the real host answers.
    [Theory]
    [InlineData("GET", "items/41/An?q=x", HttpStatusCode.OK, "42 An x")]
    [InlineData("GET", "items/41", HttpStatusCode.OK, "42 nobody ")]
    [InlineData("GET", "items/-1/S%C3%B3c%20Tr%C4%83ng%20100%25", HttpStatusCode.OK, "0 Sóc Trăng 100% ")]
    [InlineData("GET", "items/1/a%2Fb", HttpStatusCode.OK, "2 a%2Fb ")]
    [InlineData("GET", "items/x", HttpStatusCode.NotFound, "")]
    [InlineData("POST", "items/41", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "typed/true/5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f/1.5/9", HttpStatusCode.OK, "DELETE True 5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f 1.5 9")]
    [InlineData("GET", "typed/false/5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f/1.5", HttpStatusCode.OK, "GET False 5b2ea1d4-9c1f-4e8e-9a57-1a3b5c7d9e0f 1.5 ")]
    [InlineData("PUT", "byname", HttpStatusCode.OK, "by name PUT")]
    [InlineData("GET", "ByName", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound, "")]
    [InlineData("OPTIONS", "status/200", HttpStatusCode.NotFound, "")]
    public async Task A_request_reaches_the_function_by_route_and_method(string method, string path, HttpStatusCode status, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/" + path);

        using var answer = await shared.Host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Theory]
    [InlineData("GET", "order/exact", "first")]
    [InlineData("GET", "order/never", "first")]
    [InlineData("POST", "order/exact", "second")]
    [InlineData("DELETE", "order/exact", "third")]
    [InlineData("GET", "order/a/b", "third")]
    public async Task Of_functions_that_match_the_first_by_name_is_run_however_well_another_fits(string method, string path, string name)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/" + path);

        using var answer = await shared.Host.Http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldBe(name);
    }

    [Fact]
    public async Task The_prefix_is_that_of_host_json_and_a_function_that_is_switched_off_keeps_its_route()
    {
        var folder = Directory.CreateTempSubdirectory("host-test-").FullName;
        try
        {
            TestApp.CopyTo(folder);
            // The worker reads the prefix too, and only from the file.
            await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "v1/data" } } }""");
            await using var host = await TestHost.StartAsync(TestApp.Settings(storage: null, "Item", "order2", "Order3"), folder: folder);

            (await host.Http.GetStringAsync("v1/data/items/1")).ShouldBe("2 nobody ");
            (await host.Http.GetAsync("api/items/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await host.Http.GetAsync("v1/data/order/exact")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await host.Http.GetStringAsync("v1/data/order/a/b")).ShouldBe("third");
            host.Host.Functions.ShouldBe(["Item", "order2", "Order3"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

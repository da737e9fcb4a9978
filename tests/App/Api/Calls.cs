using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ServerlessIct.App.Tests.Api;

/// <summary>Calls a function as HTTP would, without a server.</summary>
static class Calls
{
    public static async Task<(int Status, JsonNode Answer)> CallAsync(this TestApp app, Func<HttpRequest, Task<IResult>> function, string query = "", string body = "")
    {
        var (status, text) = await app.TextOfAsync(function, query, body);
        return (status, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public static async Task<(int Status, string Text)> TextOfAsync(this TestApp app, Func<HttpRequest, Task<IResult>> function, string query = "", string body = "")
    {
        _ = app;
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.QueryString = new QueryString(query);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        await (await function(context.Request)).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body, Encoding.UTF8);
        return (context.Response.StatusCode, await reader.ReadToEndAsync());
    }
}

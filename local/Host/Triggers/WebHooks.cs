using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Description;
using Microsoft.Azure.WebJobs.Host.Config;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>The web hooks of the official extensions, at <c>/runtime/webhooks/NAME</c>; Event Grid posts to the one of the blobs.</summary>
/// <param name="root">Where this host listens.</param>
sealed class WebHooks(Uri root) : IWebHookProvider
{
    readonly Dictionary<string, IAsyncConverter<HttpRequestMessage, HttpResponseMessage>> handlers = new(StringComparer.OrdinalIgnoreCase);

    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        var attribute = extension.GetType().GetCustomAttribute<ExtensionAttribute>();
        var name = attribute?.ConfigurationSection ?? attribute?.Name ?? extension.GetType().Name;
        if (extension is IAsyncConverter<HttpRequestMessage, HttpResponseMessage> handler)
            lock (handlers) handlers[name] = handler;
        return new Uri(root, "runtime/webhooks/" + name);
    }

    /// <summary>Has the extension answer a request.</summary>
    public async Task AnswerAsync(HttpContext http, string name)
    {
        IAsyncConverter<HttpRequestMessage, HttpResponseMessage>? handler;
        lock (handlers) handlers.TryGetValue(name, out handler);
        if (handler is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), http.Request.GetDisplayUrl()) { Content = new StreamContent(http.Request.Body) };
        foreach (var (header, values) in http.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(header, (IEnumerable<string?>)values)) request.Content.Headers.TryAddWithoutValidation(header, (IEnumerable<string?>)values);
        using var response = await handler.ConvertAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServerlessIct.Local.Worker.Http;

static class RequestBody
{
    /// <summary>Has the server refuse a longer body with 413; for the host's own addresses, whose bodies are small.</summary>
    public static void Limit(HttpContext http, long mostBytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = mostBytes;
    }
}

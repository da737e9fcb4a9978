using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.App.Tests.Telemetry;

/// <summary>Takes what OpenTelemetry sends, on a free port of this machine.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly WebApplication app;

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            var isPacked = context.Request.Headers.ContentEncoding == "gzip";
            await (isPacked ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body).CopyToAsync(body);
            // Protocol buffers keep text as it is.
            Received.AddOrUpdate(context.Request.Path, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        app.StartAsync().GetAwaiter().GetResult();
    }

    public string Address => app.Urls.First();

    /// <summary>By path.</summary>
    public ConcurrentDictionary<string, string> Received { get; } = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

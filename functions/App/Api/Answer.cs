using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using System.Security.Cryptography;

namespace ServerlessIct.App.Api;

/// <summary>What a request is answered with: written compressed where the client takes that, and without its body for HEAD.</summary>
public sealed record Answer : IResult
{
    /// <summary>Shorter bodies would not get shorter.</summary>
    const int LeastCompressed = 1_000;

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The type of the body, with its encoding; null where there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body where it is at hand.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Writes the body where it is not at hand; only called when it is wanted.</summary>
    public Func<Stream, CancellationToken, Task>? WriteAsync { get; init; }

    /// <summary>How many bytes <see cref="WriteAsync"/> writes; null where that is not known before.</summary>
    public long? Length { get; init; }

    /// <summary>Whether compressing helps: not for what may be compressed already.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>The version of the answer, without quotes; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>What caches may do.</summary>
    public string CacheControl { get; init; } = "no-store";

    /// <summary>What is let go after the answer, whether or not its body was wanted.</summary>
    public IAsyncDisposable? Release { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The hash of the body at hand, as a version.</summary>
    public string HashOfBytes() => WebEncoders.Base64UrlEncode(SHA256.HashData(Bytes.Span).AsSpan(0, 16));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var release = Release;
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = CacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        if (Version is not null) response.Headers.ETag = ETag;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        if (ContentType is null) return;
        response.ContentType = ContentType;
        var encoding = IsText && (WriteAsync is not null || Bytes.Length >= LeastCompressed) ? Encoding(httpContext.Request) : null;
        if (encoding is null) response.ContentLength = WriteAsync is null ? Bytes.Length : Length;
        else response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        await WriteBodyAsync(response.Body, encoding, httpContext.RequestAborted);
    }

    /// <summary>Weak: the same content may be sent with different encodings.</summary>
    public string ETag => $"W/\"{Version}\"";

    async Task WriteBodyAsync(Stream body, string? encoding, CancellationToken cancellationToken)
    {
        await using Stream? compressed = encoding switch
        {
            "br" => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "gzip" => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => null,
        };
        if (WriteAsync is not null) await WriteAsync(compressed ?? body, cancellationToken);
        else await (compressed ?? body).WriteAsync(Bytes, cancellationToken);
    }

    /// <summary>br before gzip where the client likes both alike; null where it takes neither.</summary>
    static string? Encoding(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptEncoding.OfType<string>()], out var accepted)) return null;
        return ((string[])["br", "gzip"])
            .Select(e => (Name: e, Quality: QualityOf(accepted, e)))
            .Where(e => e.Quality > 0)
            .OrderByDescending(e => e.Quality)
            .Select(e => e.Name)
            .FirstOrDefault();
    }

    static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        (accepted.FirstOrDefault(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found
            ? found.Quality ?? 1
            : 0;
}

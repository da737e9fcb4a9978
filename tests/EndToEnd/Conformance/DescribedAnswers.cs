using System.IO.Compression;

namespace ServerlessIct.EndToEnd.Tests.Conformance;

/// <summary>Holds every answer that passes to the description of the API.</summary>
sealed class DescribedAnswers(Uri endpoint) : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).TrimEnd('/');
        // What leads out of the API is not described by it.
        if (!path.StartsWith("/api/v1/", StringComparison.Ordinal) || path.Contains("/..", StringComparison.Ordinal) || request.Method == HttpMethod.Options) return response;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var check = await ApiCheck.OfAsync(endpoint);
        var type = response.Content.Headers.ContentType?.ToString() ?? "";
        var complaints = await check.ComplaintsAsync(
            request.Method.Method, path, (int)response.StatusCode, type, await BodyAsync(response, cancellationToken));
        complaints.ShouldBeEmpty($"{request.Method} {request.RequestUri} is not answered as described: {string.Join("; ", complaints)}");
        return response;
    }

    static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        using var body = new MemoryStream(bytes);
        await using Stream plain = response.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}

using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables.Transport;

/// <summary>The answer to one action of a transaction.</summary>
sealed class BatchPart : Response
{
    readonly Dictionary<string, string> _headers;

    public BatchPart(int status, string reason, Dictionary<string, string> headers, byte[] content)
    {
        Status = status;
        ReasonPhrase = reason;
        _headers = headers;
        ContentStream = new MemoryStream(content, writable: false);
        ClientRequestId = headers.GetValueOrDefault("x-ms-client-request-id") ?? "";
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override bool IsError => Status >= 400;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));
}

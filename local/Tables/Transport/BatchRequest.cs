using System.Buffers;
using System.Text;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Transport;

/// <summary>A transaction as multipart/mixed: one change set with one HTTP request a row, unsigned, at absolute addresses.</summary>
sealed class BatchRequest
{
    // The service's limit on a transaction's body.
    public const int BodyBytes = 4 * 1024 * 1024;

    readonly ArrayBufferWriter<byte> _body = new();

    public BatchRequest(Uri account, IReadOnlyList<EntityOperation> operations)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changes = $"changeset_{Guid.NewGuid()}";
        ContentType = $"multipart/mixed; boundary={batch}";
        Line($"--{batch}");
        Line($"Content-Type: multipart/mixed; boundary={changes}");
        Line("");
        foreach (var operation in operations)
        {
            Line($"--{changes}");
            Line("Content-Type: application/http");
            Line("Content-Transfer-Encoding: binary");
            Line("");
            Write(account, operation);
        }
        Line($"--{changes}--");
        Line($"--{batch}--");
        if (_body.WrittenCount > BodyBytes)
            throw Refusal.Of("RequestBodyTooLarge", $"the transaction has {_body.WrittenCount} bytes; at most {BodyBytes} are taken. Send fewer rows at once.", status: 413);
    }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    void Write(Uri account, EntityOperation operation)
    {
        Line($"{operation.Method} {new Uri(account.AbsoluteUri.TrimEnd('/') + operation.Path).AbsoluteUri} HTTP/1.1");
        Line($"Accept: {TableRest.JsonWithTypes}");
        Line($"DataServiceVersion: {TableRest.DataServiceVersion}");
        if (operation.IfMatch is { } etag) Line($"If-Match: {etag.ToString("H")}");
        if (operation.Json is { } json)
        {
            Line("Prefer: return-no-content");
            Line($"Content-Type: {TableRest.Json}");
            Line("");
            _body.Write(json);
        }
        Line("");
    }

    void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, _body);
        _body.Write("\r\n"u8);
    }
}

using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessIct.App.Tests;

/// <summary>Counts requests to tables, and the rows that they read and write.</summary>
public sealed class Traffic : HttpPipelinePolicy
{
    readonly Lock counting = new();
    readonly Dictionary<string, int> rowsReadOf = new(StringComparer.Ordinal);

    public int Requests { get; private set; }

    public int RowsRead { get; private set; }

    public int RowsWritten { get; private set; }

    public int Rows => RowsRead + RowsWritten;

    /// <summary>The rows read from a table.</summary>
    public int RowsReadOf(string table) => rowsReadOf.GetValueOrDefault(table);

    public void Reset()
    {
        lock (counting)
        {
            (Requests, RowsRead, RowsWritten) = (0, 0, 0);
            rowsReadOf.Clear();
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var written = await WrittenAsync(message.Request);
        await ProcessNextAsync(message, pipeline);
        var read = message.Request.Method == RequestMethod.Get ? await ReadAsync(message.Response) : 0;
        lock (counting)
        {
            Requests++;
            RowsWritten += written;
            RowsRead += read;
            var table = message.Request.Uri.Path.Split('/')[^1].Split('(')[0];
            rowsReadOf[table] = rowsReadOf.GetValueOrDefault(table) + read;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Requests} requests, {RowsRead} rows read, {RowsWritten} rows written");

    static async Task<int> WrittenAsync(Request request)
    {
        if (request.Method == RequestMethod.Get) return 0;
        if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || request.Content is null) return 1;
        using var body = new MemoryStream();
        await request.Content.WriteToAsync(body, CancellationToken.None);
        return Occurrences(body, " HTTP/1.1"u8);
    }

    static async Task<int> ReadAsync(Response? response)
    {
        if (response?.ContentStream is not { } content) return 0;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        copy.Position = 0;
        response.ContentStream = copy;
        return Occurrences(copy, "\"odata.etag\""u8);
    }

    static int Occurrences(MemoryStream text, ReadOnlySpan<byte> part) => text.GetBuffer().AsSpan(0, (int)text.Length).Count(part);
}

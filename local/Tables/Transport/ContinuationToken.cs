using Azure.Core;

namespace Azure.Data.Tables.Transport;

/// <summary>Where the next page begins: the service's own marks, which mean nothing to us.</summary>
readonly record struct ContinuationToken(string? PartitionKey, string? RowKey, string? TableName)
{
    const string Prefix = "x-ms-continuation-";

    /// <summary>The marks in an answer; a next partition may come without a next row.</summary>
    public static ContinuationToken From(ResponseHeaders headers) =>
        new(Mark(headers, "NextPartitionKey"), Mark(headers, "NextRowKey"), Mark(headers, "NextTableName"));

    /// <summary>Reads what <see cref="ToText"/> wrote; null is the first page.</summary>
    /// <exception cref="ArgumentException">It is not a token of ours.</exception>
    public static ContinuationToken Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        var marks = text.Split(' ').Select(Uri.UnescapeDataString).Select(mark => mark.Length == 0 ? null : mark).ToArray();
        return marks.Length == 3
            ? new ContinuationToken(marks[0], marks[1], marks[2])
            : throw new ArgumentException("This continuation token was not given by this client.", nameof(text));
    }

    /// <summary>One string for a caller to keep; null where there is no next page.</summary>
    public string? ToText() => PartitionKey is null && RowKey is null && TableName is null
        ? null
        : string.Join(' ', ((string?[])[PartitionKey, RowKey, TableName]).Select(mark => Uri.EscapeDataString(mark ?? "")));

    /// <summary>Asks for this page.</summary>
    public void AppendTo(RequestUriBuilder uri)
    {
        if (PartitionKey is not null) uri.AppendQuery("NextPartitionKey", PartitionKey, escapeValue: true);
        if (RowKey is not null) uri.AppendQuery("NextRowKey", RowKey, escapeValue: true);
        if (TableName is not null) uri.AppendQuery("NextTableName", TableName, escapeValue: true);
    }

    static string? Mark(ResponseHeaders headers, string name) =>
        headers.TryGetValue(Prefix + name, out var mark) && !string.IsNullOrEmpty(mark) ? mark : null;
}

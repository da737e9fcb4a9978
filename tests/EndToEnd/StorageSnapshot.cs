using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using static System.FormattableString;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>What the app has stored, but for versions and times: equal after two runs that came to the same.</summary>
static partial class StorageSnapshot
{
    static readonly string[] Tables = ["documents", "observations", "series", "documentissues"];

    /// <summary>Names of properties that are of one run.</summary>
    static readonly HashSet<string> OfOneRun = new(StringComparer.Ordinal) { "odata.etag", "Timestamp", "BlobETag", "UploadedAt", "UpdatedAt", "Settled", "ReceivedAt", "Hash" };

    /// <summary>Every row and text, a line each, in order.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string connection)
    {
        var lines = new List<string>();
        foreach (var name in Tables)
            await foreach (var row in new TableClient(connection, name).QueryAsync<TableEntity>())
                lines.Add($"{name}\t" + string.Join('\t', row.Where(p => !OfOneRun.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Text(p.Value)}")));
        foreach (var name in (string[])["texts", "rejected"])
            await foreach (var blob in new BlobContainerClient(connection, name).GetBlobsAsync())
                lines.Add(Invariant($"{name}\t{blob.Name}\t{blob.Properties.ContentLength}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    static string Text(object value) => value is byte[] bytes ? Convert.ToBase64String(bytes) : Time().Replace(Invariant($"{value}"), "TIME");

    /// <summary>A time inside of JSON.</summary>
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[.\d]*(Z|\+00:00)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}

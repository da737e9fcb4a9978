using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Transport;

/// <summary>Takes the multipart answer to a transaction apart: one HTTP response a row, or a single one that failed.</summary>
static class BatchAnswer
{
    /// <summary>The parts in the order of the actions.</summary>
    /// <exception cref="RequestFailedException">The answer is not what the protocol promises.</exception>
    public static IReadOnlyList<Response> Parse(Response answer, int expected)
    {
        var parts = Parts(Encoding.UTF8.GetString(answer.Content.ToMemory().Span)).ToList();
        var complete = parts.Count == expected || parts.Exists(part => part.Status >= 400);
        return complete
            ? parts
            : throw new RequestFailedException(answer.Status, string.Create(CultureInfo.InvariantCulture,
                $"The service answered a transaction of {expected} actions with {parts.Count} parts. Whether it was written is not known."));
    }

    static IEnumerable<Response> Parts(string body)
    {
        const string status = "HTTP/1.1 ";
        var rest = body;
        for (var start = rest.IndexOf(status, StringComparison.Ordinal); start >= 0; start = rest.IndexOf(status, StringComparison.Ordinal))
        {
            rest = rest[(start + status.Length)..];
            // A part ends at its change set's boundary, which stands at the beginning of a line; JSON has no line that begins so.
            var end = rest.IndexOf("\n--changesetresponse_", StringComparison.Ordinal);
            if (end < 0) end = rest.IndexOf("\n--", StringComparison.Ordinal);
            yield return Part(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? "" : rest[end..];
        }
    }

    static BatchPart Part(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var space = lines[0].IndexOf(' ', StringComparison.Ordinal);
        var (code, reason) = space < 0 ? (lines[0], "") : (lines[0][..space], lines[0][(space + 1)..]);
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new RequestFailedException("The service's answer to a transaction has a part without a status. Whether it was written is not known.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var line = 1;
        for (; line < lines.Length && lines[line].Length > 0; line++)
        {
            var colon = lines[line].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[lines[line][..colon].Trim()] = lines[line][(colon + 1)..].Trim();
        }
        var content = string.Join('\n', lines.Skip(line + 1)).Trim();
        return new BatchPart(status, reason, headers, Encoding.UTF8.GetBytes(content));
    }
}

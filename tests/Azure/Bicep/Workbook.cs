using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>
/// The workbook of operators, made from the query file: a heading, a field for a document's id, and an item for each query. Its form is that of
/// Notebook/1.0: items of type 1 are text, 3 queries, 9 parameters.
/// </summary>
static class Workbook
{
    /// <summary>What stands in the query file for a document, and in the workbook for the field's content.</summary>
    public const string AnyDocument = "00000000000000000000000000000000", DocumentField = "{document}";

    const string Workspaces = "microsoft.operationalinsights/workspaces";

    static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The titles and queries of a query file: blocks between empty lines, each headed by its title as a comment; the first block is about the file.</summary>
    public static IReadOnlyList<(string Title, string Query)> Queries(string file) =>
    [
        .. file.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(block =>
        {
            var lines = block.Trim().Split('\n');
            return (string.Join(' ', lines.TakeWhile(IsTitle).Select(l => l[2..].Trim())), string.Join('\n', lines.SkipWhile(IsTitle)));
        }),
    ];

    /// <summary>The file <c>bicep/workbook.json</c>.</summary>
    public static string Text(string queryFile) => new JsonObject
    {
        ["version"] = "Notebook/1.0",
        ["items"] = new JsonArray([Heading(), Field(), .. Queries(queryFile).Select((q, i) => Item(q.Title, q.Query, i))]),
        ["fallbackResourceIds"] = new JsonArray("{workspaceId}"),
        ["$schema"] = "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
    }.ToJsonString(Layout) + "\n";

    static bool IsTitle(string line) => line.StartsWith("//", StringComparison.Ordinal);

    static JsonObject Heading() => new()
    {
        ["type"] = 1,
        ["content"] = new JsonObject { ["json"] = "Documents, series and storage. What each alert means and what to do is in docs/operations.md of the repository." },
        ["name"] = "heading",
    };

    static JsonObject Field() => new()
    {
        ["type"] = 9,
        ["content"] = new JsonObject
        {
            ["version"] = "KqlParameterItem/1.0",
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["id"] = "6f1c2a2e-3f0d-4c67-9c55-0f6d2b7d9a10", ["version"] = "KqlParameterItem/1.0", ["name"] = "document",
                ["label"] = "Document id", ["type"] = 1, ["value"] = AnyDocument,
            }),
            ["style"] = "pills", ["queryType"] = 0, ["resourceType"] = Workspaces,
        },
        ["name"] = "document",
    };

    static JsonObject Item(string title, string query, int number) => new()
    {
        ["type"] = 3,
        ["content"] = new JsonObject
        {
            ["version"] = "KqlItem/1.0", ["query"] = query.Replace(AnyDocument, DocumentField, StringComparison.Ordinal), ["size"] = 0, ["title"] = title,
            ["queryType"] = 0, ["resourceType"] = Workspaces,
        },
        ["name"] = FormattableString.Invariant($"query {number + 1}"),
    };
}

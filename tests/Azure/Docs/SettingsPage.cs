using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ServerlessIct.App.Settings;

namespace ServerlessIct.Azure.Tests.Docs;

/// <summary>Writes docs/settings.md from the code and host.json.</summary>
static class SettingsPage
{
    /// <summary>What each value of host.json is for.</summary>
    static readonly Dictionary<string, string> HostMeanings = new(StringComparer.Ordinal)
    {
        ["version"] = "The form of the file.",
        ["telemetryMode"] = "The host speaks OpenTelemetry, so that its traces and the app's are of one kind.",
        ["functionTimeout"] = "After this a function is cancelled. Less than the 15 minutes after which another run takes an unfinished document up.",
        ["extensions.http.routePrefix"] = "Nothing stands before the routes, which say `api/v1` themselves.",
        ["extensions.blobs.maxDegreeOfParallelism"] = "Documents read at a time by one instance. Eight of 20 MiB fit into 2,048 MB.",
        ["extensions.blobs.poisonBlobThreshold"] = "Tries before a document is given up.",
        ["extensions.queues.maxDequeueCount"] = "Tries for a message that a document was given up.",
        ["extensions.queues.visibilityTimeout"] = "Pause between these tries.",
        ["extensions.queues.batchSize"] = "Messages fetched at once.",
        ["logging.logLevel.default"] = "What is logged.",
        ["logging.logLevel.Azure.Core"] = "Not a line for every request to the storage.",
    };

    public static string Render()
    {
        var page = new StringBuilder("""
            # Settings

            Made from `functions/App/Settings/AppSettings.cs` and `host.json`; a test holds this page to them.
            To make it again: `WRITE_DOCS=1 dotnet artifacts/bin/Azure.Tests/release/ServerlessIct.Azure.Tests.dll --filter-method "*The_page_*"`.

            ## App settings

            | name | default | meaning |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var setting in AppSettings.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{setting.Name}` | {Holds(setting)} | {setting.Meaning} |\n");
        page.Append("""

            The host has its own connection, `AzureWebJobsStorage`, in the same forms as `Storage`; both name the same account.
            `bicep/main.bicep` sets all of these but `Storage`, `ReadKeys` and the collector, and describes its parameters. `WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED=0`, by the parameter
            `disableWorkerPlaceholder`, is a way out where .NET 10 on Flex Consumption ends with signal 11 (139); it costs time at cold starts.
            `functions/App/local.settings.json` has those of one machine: the build copies it beside the program, for `func start`, and it is never published.

            ## host.json

            | name | value | meaning |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (name, value) in Flat("", JsonNode.Parse(Repository.Text("host.json"))!.AsObject()))
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` | `{value}` | {HostMeanings[name]} |\n");
        return page.ToString();
    }

    /// <summary>What holds where a setting is not set.</summary>
    static string Holds(AppSetting setting) =>
        setting.Usual is not null ? $"none; usually `{setting.Usual}`" : setting.Default is null ? "" : $"`{setting.Default}`";

    static IEnumerable<(string Name, string Value)> Flat(string prefix, JsonObject node) => node.SelectMany(member => member.Value switch
    {
        JsonObject inner => Flat($"{prefix}{member.Key}.", inner),
        var value => [($"{prefix}{member.Key}", value!.ToJsonString(null))],
    });
}

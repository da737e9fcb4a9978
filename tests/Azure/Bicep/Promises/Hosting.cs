using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Settings;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.Azure.Tests.Bicep.Promises;

/// <summary>Where the app runs, with which settings, on which storage and in which network.</summary>
static partial class Hosting
{
    /// <summary>The connections of the host and of the app, which name one account.</summary>
    static readonly string[] Connections = ["AzureWebJobsStorage", StorageNames.Connection];

    static readonly string[] PartsOfAConnection = ["credential", "clientId", "blobServiceUri", "queueServiceUri", "tableServiceUri"];

    /// <summary>Settings of the app that the template leaves out.</summary>
    static readonly string[] NotInAzure =
    [
        StorageNames.Connection,            // a connection string would hold a key
        "ReadKeys",                         // set by scripts/deploy.sh: the keys exist only once the code is there
        TelemetrySetup.CollectorSetting,    // telemetry goes to Application Insights
    ];

    public static IReadOnlyList<Promise> Promises { get; } =
    [
        new("The plan is Flex Consumption with the isolated worker of .NET 10", (templates, faults) =>
        {
            var plan = templates.Standard.TheOne("Microsoft.Web/serverfarms");
            faults.Value(plan, "sku.name", "FC1");
            faults.Value(plan, "sku.tier", "FlexConsumption");
            faults.Value(plan, "properties.reserved", true);
            var app = templates.Standard.TheOne("Microsoft.Web/sites");
            faults.Value(app, "properties.functionAppConfig.runtime.name", "dotnet-isolated");
            faults.Value(app, "properties.functionAppConfig.runtime.version", "10.0");
            faults.Value(app, "properties.siteConfig.alwaysOn", false);
        }),
        new("Code is deployed by the identity of the app", (templates, faults) =>
        {
            var app = templates.Standard.TheOne("Microsoft.Web/sites");
            faults.Members("identities of the app", app.Members("identity.userAssignedIdentities").Select(i => i.Key.Split('/')[^1]), ["ict-dev-app"]);
            faults.Value(app, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity");
            faults.Contains("the identity of deployment", app.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"), "/userAssignedIdentities/ict-dev-app");
            faults.Contains("the container of the code", app.Text("properties.functionAppConfig.deployment.storage.value"), "primaryEndpoints.blob, 'deployments')");
        }),
        new("The app has the settings that it reads, and no other", (templates, faults) =>
        {
            var host = PartsOfAConnection.Select(p => $"{Connections[0]}__{p}").Append("AzureWebJobsDisableHomepage");
            var expected = AppSettings.All.Select(s => s.Name).Except(NotInAzure, StringComparer.Ordinal).Concat(host).ToList();
            faults.Members("settings", Settings(templates.Standard).Select(s => s.Key), expected);
            faults.Members("settings without the placeholder", Settings(templates.Private).Select(s => s.Key), [.. expected, "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED"]);
        }),
        new("What the triggers name is among the settings", (templates, faults) =>
        {
            var have = Settings(templates.Standard).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var name in NamedByTriggers().Where(n => !have.Contains(n))) faults.Add($"a trigger names {name}, which is no setting");
        }),
        new("A setting has the same default in Azure as in the code", (templates, faults) =>
        {
            foreach (var (name, usual) in AppSettings.All.Select(s => (s.Name, s.Default ?? s.Usual)).Where(s => s.Item2 is not null))
                if (Text(templates.Standard, name) is var value && !string.Equals(value, usual, StringComparison.OrdinalIgnoreCase))
                    faults.Add($"{name} is '{value}', not '{usual}'");
        }),
        new("A connection is three addresses of the account and the identity of the app", (templates, faults) =>
        {
            foreach (var connection in Connections)
            {
                Is($"{connection}__credential", "managedidentity");
                EndsWith($"{connection}__clientId", "/userAssignedIdentities/ict-dev-app', '2023-01-31').clientId]");
                foreach (var service in (string[])["blob", "queue", "table"]) EndsWith($"{connection}__{service}ServiceUri", $".primaryEndpoints.{service}]");
            }

            void Is(string name, string expected)
            {
                if (Text(templates.Standard, name) is var value && value != expected) faults.Add($"{name} is '{value}', not '{expected}'");
            }

            void EndsWith(string name, string end)
            {
                if (Text(templates.Standard, name) is var value && !value.EndsWith(end, StringComparison.Ordinal)) faults.Add($"{name} is '{value}', which does not end in {end}");
            }
        }),
        new("Application Insights is told which identity sends", (templates, faults) =>
            faults.Contains(TelemetrySetup.AuthenticationSetting, Text(templates.Standard, TelemetrySetup.AuthenticationSetting), "[format('Authorization=AAD;ClientId={0}', reference(")),
        new("What the app stores into is created", (templates, faults) =>
        {
            faults.Members("containers", Names("Microsoft.Storage/storageAccounts/blobServices/containers"),
                [StorageNames.Articles, StorageNames.Texts, StorageNames.Rejected, StorageNames.Backups, "deadletters", "deployments"]);
            faults.Members("tables", Names("Microsoft.Storage/storageAccounts/tableServices/tables"), StorageSetup.Tables);
            faults.Members("queues", Names("Microsoft.Storage/storageAccounts/queueServices/queues"), StorageSetup.Queues);

            IEnumerable<string> Names(string type) => templates.Standard.Of(type).Select(r => r.Name);
        }),
        new("With a private network the storage is reached through it alone, else from everywhere", (templates, faults) =>
        {
            faults.Value(templates.Standard.TheOne("Microsoft.Storage/storageAccounts"), "properties.networkAcls.defaultAction", "Allow");
            faults.Members("networks by default", templates.Standard.Resources.Where(r => r.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal)).Select(r => r.Name), []);
            var account = templates.Private.TheOne("Microsoft.Storage/storageAccounts");
            faults.Value(account, "properties.networkAcls.defaultAction", "Deny");
            // Event Grid writes dead letters as a trusted service.
            faults.Value(account, "properties.networkAcls.bypass", "AzureServices");
            faults.Value(templates.Private.TheOne("Microsoft.Network/virtualNetworks"), "properties.subnets.0.properties.delegations.0.properties.serviceName", "Microsoft.App/environments");
            faults.Contains("the subnet of the app", templates.Private.TheOne("Microsoft.Web/sites").Text("properties.virtualNetworkSubnetId"), "/virtualNetworks/ict-dev-network");
            faults.Members("private endpoints", templates.Private.Of("Microsoft.Network/privateEndpoints").SelectMany(e => e.List("properties.privateLinkServiceConnections.0.properties.groupIds")), ["blob", "queue", "table"]);
        }),
    ];

    static JsonObject Settings(Deployment deployment) =>
        deployment.Of("Microsoft.Web/sites/config").Single(c => c.Name == "appsettings").Members("properties");

    static string Text(Deployment deployment, string setting) => Settings(deployment)[setting]?.GetValue<string>() ?? "";

    /// <summary>Settings in percent signs, and of each connection the addresses.</summary>
    static IEnumerable<string> NamedByTriggers()
    {
        var triggers = typeof(IngestDocument).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters())
            .SelectMany(p => p.GetCustomAttributes(false)).Where(a => a.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        var texts = triggers.SelectMany(t => t.GetType().GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => (p.Name, Value: (string?)p.GetValue(t)))).ToList();
        return texts.SelectMany(t => t.Name == nameof(BlobTriggerAttribute.Connection) && t.Value is { } connection
            ? PartsOfAConnection.Select(p => $"{connection}__{p}")
            : InPercentSigns().Matches(t.Value ?? "").Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"%(\w+)%", RegexOptions.None, 1000)]
    private static partial Regex InPercentSigns();
}

using System.Text.RegularExpressions;

namespace ServerlessIct.Azure.Tests.Bicep.Promises;

/// <summary>Who gets in: no keys, no plain HTTP, and roles no wider than needed.</summary>
static partial class Access
{
    /// <summary>Roles built into Azure by their ids: learn.microsoft.com/azure/role-based-access-control/built-in-roles.</summary>
    static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "Storage Table Data Reader",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    static readonly string[] OfTheSystem =
    [
        "ict-dev-app: Storage Blob Data Owner on storageAccounts/ACCOUNT",
        "ict-dev-app: Storage Queue Data Contributor on storageAccounts/ACCOUNT",
        "ict-dev-app: Storage Table Data Contributor on storageAccounts/ACCOUNT",
        "ict-dev-app: Monitoring Metrics Publisher on components/ict-dev-insights",
        "ict-dev-events: Storage Blob Data Contributor on storageAccounts/ACCOUNT/blobServices/default/containers/deadletters",
    ];

    static readonly string[] OfTheOperator =
    [
        $"{Templates.OperatorId}: Storage Blob Data Contributor on storageAccounts/ACCOUNT/blobServices/default/containers/articles",
        $"{Templates.OperatorId}: Storage Table Data Reader on storageAccounts/ACCOUNT",
    ];

    public static IReadOnlyList<Promise> Promises { get; } =
    [
        new("No key opens the storage, and nobody reads it without signing in", (templates, faults) =>
        {
            var account = templates.Standard.TheOne("Microsoft.Storage/storageAccounts");
            faults.Value(account, "properties.allowSharedKeyAccess", false);
            faults.Value(account, "properties.allowBlobPublicAccess", false);
            faults.Value(account, "properties.defaultToOAuthAuthentication", true);
            foreach (var container in templates.Standard.Of("Microsoft.Storage/storageAccounts/blobServices/containers"))
                faults.Value(container, "properties.publicAccess", "None");
        }),
        new("Telemetry is taken from identities only", (templates, faults) =>
            faults.Value(templates.Standard.TheOne("Microsoft.Insights/components"), "properties.DisableLocalAuth", true)),
        new("No template reads a key but that of the webhook", (templates, faults) =>
        {
            faults.Members("main.bicep reads", KeysRead(templates.Main.ToJsonString(null)), []);
            faults.Members("subscription.bicep reads", KeysRead(templates.Subscription.ToJsonString(null)).Distinct(StringComparer.Ordinal), ["listKeys … systemKeys.blobs_extension"]);
        }),
        new("Only HTTPS is spoken, with TLS 1.2 or newer, and passwords for deployment are off", (templates, faults) =>
        {
            var account = templates.Standard.TheOne("Microsoft.Storage/storageAccounts");
            faults.Value(account, "properties.supportsHttpsTrafficOnly", true);
            faults.Value(account, "properties.minimumTlsVersion", "TLS1_2");
            var app = templates.Standard.TheOne("Microsoft.Web/sites");
            faults.Value(app, "properties.httpsOnly", true);
            faults.Value(app, "properties.siteConfig.minTlsVersion", "1.2");
            faults.Value(app, "properties.siteConfig.scmMinTlsVersion", "1.2");
            faults.Value(app, "properties.siteConfig.ftpsState", "Disabled");
            var passwords = templates.Standard.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
            faults.Members("switched off", passwords.Select(p => p.Name), ["ftp", "scm"]);
            foreach (var policy in passwords) faults.Value(policy, "properties.allow", false);
            faults.Value(templates.Delivery.TheOne("Microsoft.EventGrid/systemTopics/eventSubscriptions"), "properties.destination.properties.minimumTlsVersionAllowed", "1.2");
        }),
        new("Each identity has these roles where it needs them, and no other", (templates, faults) =>
        {
            faults.Members("roles", Assignments(templates.Standard), OfTheSystem);
            faults.Members("roles with an operator", Assignments(templates.Private), [.. OfTheSystem, .. OfTheOperator]);
        }),
    ];

    static IEnumerable<string> Assignments(Deployment deployment) =>
        deployment.Of("Microsoft.Authorization/roleAssignments").Select(a => $"{Principal(a)}: {Role(a)} on {Scope(a, deployment)}");

    static string Role(Resource assignment) => assignment.Text("properties.roleDefinitionId").Split('/')[^1] is var id && Roles.TryGetValue(id, out var name) ? name : id;

    /// <summary>An identity of the deployment by its name, everybody else by object id.</summary>
    static string Principal(Resource assignment)
    {
        var id = assignment.Text("properties.principalId");
        return OwnIdentity().Match(id) is { Success: true } own ? own.Groups[1].Value : id;
    }

    /// <summary>What the assignment is made on. Its id is an expression where its name depends on the object id of an identity.</summary>
    static string Scope(Resource assignment, Deployment deployment)
    {
        var account = deployment.TheOne("Microsoft.Storage/storageAccounts").Name;
        var match = ScopeOfId().Match(assignment.Id);
        return match.Success ? match.Groups[1].Value.Replace(account, "ACCOUNT", StringComparison.Ordinal) : assignment.Id;
    }

    static IEnumerable<string> KeysRead(string template) => ListFunction().Matches(template).Select(m => $"{m.Groups[1].Value} … {m.Groups[2].Value}");

    [GeneratedRegex(@"^\[reference\('[^']*/userAssignedIdentities/([^'/]+)', '[^']+'\)\.principalId\]$", RegexOptions.None, 1000)]
    private static partial Regex OwnIdentity();

    [GeneratedRegex(@"^(?:\[extensionResourceId\('|/subscriptions/).*?/providers/Microsoft\.\w+/([^']+?)(?:', 'Microsoft\.Authorization|/providers/Microsoft\.Authorization)/roleAssignments", RegexOptions.None, 1000)]
    private static partial Regex ScopeOfId();

    // Apostrophes are escaped in JSON.
    [GeneratedRegex(@"\b(list[A-Z]\w*)\(.*?\)\.([\w.]+)", RegexOptions.None, 1000)]
    private static partial Regex ListFunction();
}

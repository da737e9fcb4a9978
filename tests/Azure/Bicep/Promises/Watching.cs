namespace ServerlessIct.Azure.Tests.Bicep.Promises;

/// <summary>Alerts and the page of operators.</summary>
static class Watching
{
    public static IReadOnlyList<Promise> Promises { get; } =
    [
        new("Every query for an alert is asked by a rule of its name", (templates, faults) =>
        {
            var rules = templates.Standard.Of("Microsoft.Insights/scheduledQueryRules").ToDictionary(r => r.Text("properties.displayName"), StringComparer.Ordinal);
            var queries = Directory.EnumerateFiles(Repository.File("bicep", "queries"), "*.kql").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "operators").ToList();
            faults.Members("rules", rules.Keys, queries);
            foreach (var name in queries.Where(rules.ContainsKey))
            {
                faults.Value(rules[name], "properties.criteria.allOf.0.query", Repository.Text("bicep", "queries", $"{name}.kql"));
                faults.Value(rules[name], "properties.criteria.allOf.0.metricMeasureColumn", "value");
                faults.Contains($"scope of {name}", rules[name].Text("properties.scopes.0"), "/workspaces/ict-dev-logs");
            }
        }),
        new("Every alert is switched on, tells the operators, and has its page in the runbook", (templates, faults) =>
        {
            var runbook = Repository.Text("docs", "operations.md");
            foreach (var alert in (Resource[])[.. templates.Standard.Of("Microsoft.Insights/scheduledQueryRules"), .. templates.Standard.Of("Microsoft.Insights/metricAlerts")])
            {
                var name = alert.Name["ict-dev-".Length..];
                faults.Value(alert, "properties.enabled", true);
                faults.Contains($"who is told of {name}", alert.Text("properties.actions"), "/actionGroups/ict-dev-operators");
                faults.Contains($"description of {name}", alert.Text("properties.description"), $"docs/operations.md#{name}");
                if (!runbook.Contains($"\n### {name}\n", StringComparison.Ordinal)) faults.Add($"{name} has no page in docs/operations.md");
            }
        }),
        new("The workbook is shared and reads the workspace of its environment", (templates, faults) =>
        {
            var workbook = templates.Standard.TheOne("Microsoft.Insights/workbooks");
            var workspace = templates.Standard.TheOne("Microsoft.OperationalInsights/workspaces").Id;
            faults.Value(workbook, "kind", "shared");
            faults.Value(workbook, "properties.sourceId", workspace);
            if (workbook.Text("properties.serializedData") != Repository.Text("bicep", "workbook.json").Replace("{workspaceId}", workspace, StringComparison.Ordinal))
                faults.Add("the workbook is not bicep/workbook.json with the workspace put in");
        }),
    ];
}

using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep.Promises;

/// <summary>Parameters and outputs: described, limited, and known to whoever passes them.</summary>
static class Description
{
    public static IReadOnlyList<Promise> Promises { get; } =
    [
        new("Every parameter and every output is described", (templates, faults) =>
        {
            foreach (var (template, kind, name, value) in Members(templates))
                if (string.IsNullOrWhiteSpace(value["metadata"]?["description"]?.GetValue<string>())) faults.Add($"{template}: {name} in {kind} is not described");
        }),
        new("Every number has its limits", (templates, faults) =>
        {
            foreach (var (template, _, name, value) in Members(templates).Where(m => m.Kind == "parameters" && m.Value["type"]!.GetValue<string>() == "int"))
                if (value["allowedValues"] is null && (value["minValue"] is null || value["maxValue"] is null)) faults.Add($"{template}: {name} has no limits");
        }),
        // An instance of Flex Consumption has one of three sizes, and a function may have 40 to 1,000 of them.
        new("Limits are those of the plan and of the app", (templates, faults) =>
        {
            Limits("instanceMemoryMB", "[512,2048,4096]", "allowedValues");
            Limits("maximumInstanceCount", "40", "minValue");
            Limits("maximumInstanceCount", "1000", "maxValue");
            Limits("rebuildMinutes", "600", "maxValue");

            void Limits(string name, string expected, string limit)
            {
                if (templates.Main["parameters"]![name]![limit]?.ToJsonString(null) is var value && value != expected) faults.Add($"{name}: {limit} is {value}, not {expected}");
            }
        }),
        new("azd passes only parameters that main.bicep has", (templates, faults) =>
        {
            var known = templates.Main["parameters"]!.AsObject();
            foreach (var (name, _) in templates.AzdParameters.Where(p => !known.ContainsKey(p.Key))) faults.Add($"main.parameters.json passes {name}, which main.bicep does not have");
            foreach (var (name, _) in known.Where(p => p.Value!["defaultValue"] is null && !templates.AzdParameters.ContainsKey(p.Key))) faults.Add($"main.parameters.json does not pass {name}");
        }),
    ];

    static IEnumerable<(string Template, string Kind, string Name, JsonObject Value)> Members(Templates templates) =>
        from template in templates.All
        from kind in (string[])["parameters", "outputs"]
        from member in template.Template[kind] as JsonObject ?? []
        select (template.Name, kind, member.Key, member.Value!.AsObject());
}

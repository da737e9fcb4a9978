using System.Globalization;
using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>The resources that a deployment would make, in the order of the templates.</summary>
sealed class Deployment(JsonObject snapshot)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Resource> Resources { get; } = [.. snapshot["predictedResources"]!.AsArray().Select(r => new Resource(r!.AsObject()))];

    /// <summary>Those of one type, such as <c>Microsoft.Web/sites</c>.</summary>
    public IEnumerable<Resource> Of(string type) => Resources.Where(r => r.Type == type);

    /// <summary>The one resource of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public Resource TheOne(string type) => Of(type).ToList() is [var only]
        ? only
        : throw new InvalidOperationException($"There must be one {type}, not {Of(type).Count().ToString(CultureInfo.InvariantCulture)}.");
}

/// <summary>One resource as the deployment engine would ask for it.</summary>
sealed class Resource(JsonObject body)
{
    public string Type => Text("type");

    /// <summary>Its own name, without those of the resources it belongs to.</summary>
    public string Name => Text("name").Split('/')[^1];

    public string Id => Text("id");

    /// <summary>The value at a path such as <c>properties.siteConfig.alwaysOn</c> or <c>properties.subnets.0</c>; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)body, (node, step) => node switch
    {
        JsonObject inner => inner[step],
        JsonArray list when int.Parse(step, CultureInfo.InvariantCulture) is var at && at < list.Count => list[at],
        _ => null,
    });

    /// <summary>The text at a path, empty where there is none; numbers and truth values as JSON.</summary>
    public string Text(string path) => this[path] switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(null),
    };

    /// <summary>The texts of the list at a path.</summary>
    public IReadOnlyList<string> List(string path) => [.. (this[path] as JsonArray ?? []).Select(v => v!.GetValue<string>())];

    /// <summary>The members of the object at a path.</summary>
    public JsonObject Members(string path) => this[path] as JsonObject ?? [];
}

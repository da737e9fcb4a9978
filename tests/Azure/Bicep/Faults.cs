using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>Collects, in words, where templates break a promise.</summary>
sealed class Faults
{
    readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    public void Add(string fault) => found.Add(fault);

    /// <summary>The resource must have this value at this path.</summary>
    public void Value(Resource resource, string path, JsonNode expected)
    {
        if (!JsonNode.DeepEquals(resource[path], expected))
            Add($"{resource.Type} {resource.Name}: {path} is {Json(resource[path])}, not {Json(expected)}");
    }

    /// <summary>The two must have the same members, in whatever order.</summary>
    public void Members(string what, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var have = actual.ToList();
        foreach (var wanted in expected)
            if (!have.Remove(wanted)) Add($"{what}: '{wanted}' is missing");
        foreach (var extra in have) Add($"{what}: '{extra}' should not be there");
    }

    /// <summary>The text must contain this.</summary>
    public void Contains(string what, string text, string part)
    {
        if (!text.Contains(part, StringComparison.Ordinal)) Add($"{what}: '{part}' is not in '{text}'");
    }

    static string Json(JsonNode? node) => node?.ToJsonString(null) ?? "null";
}

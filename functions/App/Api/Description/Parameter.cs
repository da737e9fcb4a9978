using System.Text.Json.Nodes;

namespace ServerlessIct.App.Api.Description;

/// <summary>A parameter of a request, in its path or in its query.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it does and what it may be.</param>
/// <param name="Schema">Its JSON Schema, as text; of one value where it is a list.</param>
/// <param name="Example">A value that is allowed.</param>
public sealed record Parameter(string Name, string Description, string Schema, string Example)
{
    /// <summary>Whether several values may be given, separated by commas.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the request is not complete without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Where it stands when it is neither in the path nor in the query: a header.</summary>
    public bool IsHeader { get; init; }

    /// <summary>The schema of the parameter as a whole. A list is one string with commas, so that each value may be a name.</summary>
    public JsonNode ToSchema()
    {
        var one = JsonNode.Parse(Schema)!;
        return IsList ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = Parameters.MostItems } : one;
    }

    /// <summary>The example as its schema has it.</summary>
    public JsonNode ExampleNode()
    {
        if (IsList) return new JsonArray([.. Example.Split(',').Select(e => (JsonNode)e)]);
        return JsonNode.Parse(Schema)!["type"]?.GetValue<string>() is "integer" or "boolean" ? JsonNode.Parse(Example)! : Example;
    }

    /// <summary>A closed set of words.</summary>
    public static Parameter Words(string name, string description, params ReadOnlySpan<string> words) =>
        new(name, description, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.ToArray().Select(w => (JsonNode)w)]) }.ToJsonString(), words[0]);

    /// <summary>A closed set of words: the names of an enumeration.</summary>
    public static Parameter Words<T>(string name, string description) where T : struct, Enum =>
        Words(name, description, [.. Api.Words.All<T>()]) with { IsList = true };
}

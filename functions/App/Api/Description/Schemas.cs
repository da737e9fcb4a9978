using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api.Description;

/// <summary>JSON Schemas of the types that answers are written from, by the same rules as they are written.</summary>
sealed class Schemas
{
    const string Place = "#/components/schemas/";

    static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Adjusted };

    /// <summary>What <c>fields</c> can take members away from: none of them is sure to be there.</summary>
    static readonly HashSet<Type> Selectable =
        [typeof(PointAnswer), typeof(DeltaAnswer), typeof(DocumentAnswer), typeof(ObservationAnswer), typeof(IndicatorAnswer), typeof(ProvinceAnswer),
        typeof(RankedAnswer), typeof(NationalAnswer), typeof(ProvinceGrowth), typeof(CorrectionAnswer)];

    /// <summary>The schemas that were referred to.</summary>
    public JsonObject All { get; } = [];

    /// <summary>A reference to the schema of a type.</summary>
    public JsonObject Of(Type type)
    {
        if (!All.ContainsKey(type.Name))
        {
            var schema = StoredJson.Options.GetJsonSchemaAsNode(type, Options);
            Rebase(schema, Place + type.Name);
            All[type.Name] = schema;
        }
        return new JsonObject { ["$ref"] = Place + type.Name };
    }

    /// <summary>A reference to what a JSON-stat dataset has at least; json-stat.org tells the rest.</summary>
    public JsonObject JsonStat()
    {
        const string name = "JsonStatDataset";
        All[name] ??= JsonNode.Parse("""
            {"type":"object","required":["version","class","id","size","dimension","value"],
             "properties":{"version":{"const":"2.0"},"class":{"const":"dataset"},"id":{"type":"array","items":{"type":"string"}},
             "size":{"type":"array","items":{"type":"integer"}},"dimension":{"type":"object"},"value":{"type":["array","object"]},"status":{"type":"object"}}}
            """);
        return new JsonObject { ["$ref"] = Place + name };
    }

    static JsonNode Adjusted(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = plain != type;
        if (Word(plain) is { } word) return new JsonObject { ["type"] = isNullable ? new JsonArray(word, "null") : word };
        if (schema is not JsonObject known || !known.ContainsKey("properties")) return schema;
        known["additionalProperties"] = false;
        if (Selectable.Contains(type)) known.Remove("required");
        return known;
    }

    /// <summary>What is written as text or as a number by converters of ours, or could be read from text but is never written so.</summary>
    static string? Word(Type type) =>
        type == typeof(Period) || type == typeof(Unit) || type == typeof(Basis) ? "string"
        : type == typeof(decimal) ? "number"
        : type == typeof(int) || type == typeof(long) ? "integer"
        : null;

    /// <summary>References within a schema are to its own root; in the description that is elsewhere.</summary>
    static void Rebase(JsonNode? node, string place)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Rebase(item, place);
            return;
        }
        if (node is not JsonObject owner) return;
        if (owner["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith('#')) owner["$ref"] = place + reference[1..];
        foreach (var (_, value) in owner.ToList()) Rebase(value, place);
    }
}

using System.Reflection;
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
            {"type":"object","description":"A cube in JSON-stat 2.0; what a dataset has at least.","required":["version","class","id","size","dimension","value"],
             "properties":{
             "version":{"const":"2.0","description":"The version of the format."},
             "class":{"const":"dataset","description":"What the document is: one cube."},
             "label":{"type":"string","description":"What the cube holds."},
             "source":{"type":"string","description":"Where the figures are from."},
             "note":{"type":"array","items":{"type":"string"},"description":"What a reader must know, and which points are left out since they are in another unit."},
             "id":{"type":"array","items":{"type":"string"},"description":"The dimensions in their order: province, indicator, kind, period."},
             "size":{"type":"array","items":{"type":"integer","minimum":0},"description":"How many categories each dimension has, in the order of `id`."},
             "role":{"type":"object","description":"Which dimension is time, place and measure."},
             "dimension":{"type":"object","description":"The categories of each dimension with their labels, and the unit of each indicator."},
             "value":{"type":["array","object"],"description":"The cells, the last dimension fastest: all of them with null for what is not known, or in a thin cube those that are known by their place."},
             "status":{"type":"object","description":"By the place of a cell a letter of the SDMX code list CL_OBS_STATUS; the other cells have A, normal."},
             "extension":{"type":"object","description":"What the letters of `status` mean."}}}
            """);
        return new JsonObject { ["$ref"] = Place + name };
    }

    static JsonNode Adjusted(JsonSchemaExporterContext context, JsonNode schema)
    {
        var described = Typed(context, schema);
        var text = context.PropertyInfo?.AttributeProvider is PropertyInfo property ? CodeComments.Of(property)
            : described is JsonObject { Count: > 0 } known && known.ContainsKey("properties") ? CodeComments.Of(context.TypeInfo.Type) : null;
        if (text is null) return described;
        // A schema that allows anything is no object to begin with.
        var owner = described as JsonObject ?? [];
        owner["description"] = text;
        return owner;
    }

    static JsonNode Typed(JsonSchemaExporterContext context, JsonNode schema)
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

using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace ServerlessIct.App.Backup;

/// <summary>A table row as one line of JSON: each property with its type, so that it comes back as it was.</summary>
static class EntityLine
{
    /// <summary>What the service sets by itself.</summary>
    static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static string Write(TableEntity entity)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in entity)
            if (!Own.Contains(name, StringComparer.Ordinal) && value is not null) properties[name] = Typed(name, value);
        return new JsonObject { ["partition"] = entity.PartitionKey, ["row"] = entity.RowKey, ["properties"] = properties }.ToJsonString();
    }

    /// <exception cref="FormatException">The line was not written by <see cref="Write"/>.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!;
            var entity = new TableEntity(json["partition"]!.GetValue<string>(), json["row"]!.GetValue<string>());
            foreach (var (name, typed) in json["properties"]!.AsObject()) entity[name] = Value(typed!.AsObject().Single());
            return entity;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NullReferenceException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("A line of the backup is not a row of a table.", e);
        }
    }

    static JsonObject Typed(string name, object value) => value switch
    {
        string text => new() { ["string"] = text },
        bool truth => new() { ["bool"] = truth },
        int number => new() { ["int32"] = number },
        long number => new() { ["int64"] = number.ToString(CultureInfo.InvariantCulture) },
        double number => new() { ["double"] = number.ToString("R", CultureInfo.InvariantCulture) },
        DateTimeOffset time => new() { ["time"] = time.ToString("O", CultureInfo.InvariantCulture) },
        Guid id => new() { ["guid"] = id.ToString("D") },
        byte[] bytes => new() { ["binary"] = Convert.ToBase64String(bytes) },
        _ => throw new NotSupportedException($"The property {name} is a {value.GetType().Name}, which a backup cannot hold."),
    };

    static object Value(KeyValuePair<string, JsonNode?> typed) => typed.Key switch
    {
        "string" => typed.Value!.GetValue<string>(),
        "bool" => typed.Value!.GetValue<bool>(),
        "int32" => typed.Value!.GetValue<int>(),
        "int64" => long.Parse(typed.Value!.GetValue<string>(), CultureInfo.InvariantCulture),
        "double" => double.Parse(typed.Value!.GetValue<string>(), CultureInfo.InvariantCulture),
        "time" => DateTimeOffset.Parse(typed.Value!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "guid" => Guid.Parse(typed.Value!.GetValue<string>()),
        "binary" => Convert.FromBase64String(typed.Value!.GetValue<string>()),
        _ => throw new FormatException($"A line of the backup has a value of the unknown type '{typed.Key}'."),
    };
}

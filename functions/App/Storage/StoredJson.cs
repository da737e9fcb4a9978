using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessIct.App.Storage;

/// <summary>How lists are written into a table's string properties, and how answers are written.</summary>
public static class StoredJson
{
    /// <summary>camelCase names, enums as lower-case words, Vietnamese unescaped.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Given here so that types can be looked up before anything was written.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    const int LongestProperty = 32_000;

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes a list that fits a string property, which may have 32,768 characters; a longer one is cut at its end.</summary>
    public static string WriteFitting<T>(IReadOnlyList<T> all)
    {
        for (var count = all.Count; ; count /= 2)
            if (Write(all.Take(count)) is { Length: <= LongestProperty } json) return json;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);
}

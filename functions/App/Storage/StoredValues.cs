using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

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

/// <summary>Table Storage has no decimal: amounts are stored as text with a point, exactly.</summary>
public static class StoredNumber
{
    /// <summary>The text of a number; null for none.</summary>
    public static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static decimal? Read(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}

/// <summary>Makes entities; a property without a value is left out, as the service has no null, and neither the date that stands for none.</summary>
static class TableEntities
{
    public static TableEntity Of(string partitionKey, string rowKey, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in properties)
            if (value is not null && value is not DateTimeOffset { Ticks: 0 }) entity[name] = value;
        return entity;
    }
}

/// <summary>Cuts texts to what is kept of them.</summary>
static class CutText
{
    /// <summary>The text, or of a longer one its beginning: at most so many UTF-16 units, without half a surrogate pair at the end.</summary>
    public static string To(int longest, string text) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}

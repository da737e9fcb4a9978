using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Rows as the service writes them (JSON, minimal metadata) into entities.</summary>
static class EntityReader
{
    public const string TypeSuffix = "@odata.type";

    const string Metadata = "odata.metadata";

    /// <summary>One row as a <typeparamref name="T"/>.</summary>
    public static T Read<T>(JsonElement row)
        where T : class, ITableEntity
    {
        if (typeof(T).IsAssignableFrom(typeof(TableEntity))) return (T)(ITableEntity)ReadRow(row);
        var entity = Activator.CreateInstance<T>();
        if (row.TryGetProperty(nameof(ITableEntity.PartitionKey), out var partitionKey)) entity.PartitionKey = partitionKey.GetString()!;
        if (row.TryGetProperty(nameof(ITableEntity.RowKey), out var rowKey)) entity.RowKey = rowKey.GetString()!;
        if (row.TryGetProperty(nameof(ITableEntity.Timestamp), out var timestamp)) entity.Timestamp = Moment(timestamp.GetString()!);
        if (row.TryGetProperty(TableEntity.ETagName, out var etag)) entity.ETag = new ETag(etag.GetString()!);
        EntityModel.Of(typeof(T)).Fill(entity, row);
        return entity;
    }

    /// <summary>A JSON value as the type of a model's property.</summary>
    /// <exception cref="InvalidOperationException">What is stored does not fit that type.</exception>
    public static object? As(Type type, JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return Type.GetTypeCode(target) switch
            {
                _ when target.IsEnum => Enum.Parse(target, value.GetString()!),
                TypeCode.String => value.GetString(),
                TypeCode.Boolean => value.GetBoolean(),
                TypeCode.Int32 => value.GetInt32(),
                TypeCode.Int64 => long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                TypeCode.UInt64 => ulong.Parse(value.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture),
                TypeCode.Double => Number(value),
                TypeCode.DateTime => Moment(value.GetString()!).UtcDateTime,
                _ when target == typeof(DateTimeOffset) => Moment(value.GetString()!),
                _ when target == typeof(Guid) => Guid.Parse(value.GetString()!),
                _ when target == typeof(byte[]) => value.GetBytesFromBase64(),
                _ when target == typeof(BinaryData) => new BinaryData(value.GetBytesFromBase64()),
                _ => throw new NotSupportedException($"The property '{name}' has the type {type}, which the service does not keep."),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new InvalidOperationException($"What is stored for the property '{name}' does not fit its type {type}.", error);
        }
    }

    static TableEntity ReadRow(JsonElement row)
    {
        var entity = new TableEntity();
        Dictionary<string, string>? types = null;
        foreach (var property in row.EnumerateObject())
            if (property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
                (types ??= new(StringComparer.Ordinal))[property.Name[..^TypeSuffix.Length]] = property.Value.GetString()!;
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name == Metadata || property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal)) continue;
            var type = property.Name == nameof(ITableEntity.Timestamp) ? "Edm.DateTime" : types?.GetValueOrDefault(property.Name);
            entity[property.Name] = Value(property.Value, type, property.Name);
        }
        return entity;
    }

    static object? Value(JsonElement value, string? type, string name) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        ("Edm.Int64", _) => long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ("Edm.DateTime", _) => Moment(value.GetString()!),
        ("Edm.Guid", _) => Guid.Parse(value.GetString()!),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        ("Edm.Double", _) => Number(value),
        (_, JsonValueKind.String) => value.GetString(),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Number) => value.TryGetInt32(out var whole) && IsWhole(value) ? whole : (object)value.GetDouble(),
        _ => throw new NotSupportedException($"The property '{name}' is of a kind this client does not know: {value.ValueKind}."),
    };

    // The service writes a double that is whole as 5.0, and leaves the type out.
    static bool IsWhole(JsonElement value) => !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    // Infinities and NaN, which other clients can store, come as strings.
    static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : value.GetDouble();

    static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

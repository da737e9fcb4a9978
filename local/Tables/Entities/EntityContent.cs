using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>An entity as it goes over the wire: its properties in the service's types, checked against the service's limits.</summary>
sealed class EntityContent
{
    const string Int64 = "Edm.Int64";
    const string Double = "Edm.Double";
    const string Moment = "Edm.DateTime";
    const string Guid = "Edm.Guid";
    const string Binary = "Edm.Binary";

    EntityContent(string partitionKey, string rowKey, IReadOnlyList<EntityProperty> properties)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
        Properties = properties;
    }

    public string PartitionKey { get; }

    public string RowKey { get; }

    /// <summary>Without the keys, the timestamp and the ETag, and without those that are null: the service keeps no nulls.</summary>
    public IReadOnlyList<EntityProperty> Properties { get; }

    /// <summary>Takes <paramref name="entity"/> apart.</summary>
    /// <exception cref="NotSupportedException">A value has a type that the service cannot keep without loss.</exception>
    /// <exception cref="RequestFailedException">The service would refuse it; see <see cref="EntityLimits"/>.</exception>
    public static EntityContent Of(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null)
            throw new ArgumentNullException(nameof(entity), "The entity has no PartitionKey or no RowKey.");
        var properties = entity is TableEntity row ? FromRow(row) : EntityModel.Of(entity.GetType()).Read(entity);
        var content = new EntityContent(entity.PartitionKey, entity.RowKey, properties);
        EntityLimits.Check(content);
        return content;
    }

    public byte[] ToJson()
    {
        // The writer escapes everything beyond ASCII, as the official client does. It must: Azurite 3.35.0 decodes a body piece by piece as
        // it arrives, and a letter of several bytes that falls on the seam of two pieces would be stored as U+FFFD.
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(nameof(PartitionKey), PartitionKey);
            json.WriteString(nameof(RowKey), RowKey);
            foreach (var property in Properties) Write(json, property);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static List<EntityProperty> FromRow(TableEntity row)
    {
        var properties = new List<EntityProperty>(row.Count);
        foreach (var (name, value) in row)
        {
            if (value is null || IsSystem(name)) continue;
            if (value is Enum)
                throw new NotSupportedException($"The property '{name}' is an enumeration, which only a class of one's own can have; a TableEntity takes its name.");
            properties.Add(new EntityProperty(name, StoredValue.Of(name, value)));
        }
        return properties;
    }

    static bool IsSystem(string name) =>
        name is nameof(PartitionKey) or nameof(RowKey) or nameof(ITableEntity.Timestamp) || name.StartsWith("odata.", StringComparison.Ordinal);

    static void Write(Utf8JsonWriter json, EntityProperty property)
    {
        var name = property.Name;
        switch (property.Value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number:
                // Without the annotation a whole number would be stored as Edm.Int32.
                Annotate(json, name, Double);
                json.WriteNumber(name, number);
                break;
            case long number:
                Annotate(json, name, Int64);
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Annotate(json, name, Moment);
                json.WriteString(name, moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
                break;
            case System.Guid guid:
                Annotate(json, name, Guid);
                json.WriteString(name, guid);
                break;
            case byte[] bytes:
                Annotate(json, name, Binary);
                json.WriteBase64String(name, bytes);
                break;
        }
    }

    static void Annotate(Utf8JsonWriter json, string name, string type) => json.WriteString(name + EntityReader.TypeSuffix, type);
}

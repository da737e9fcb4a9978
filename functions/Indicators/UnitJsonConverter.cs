using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessIct.Indicators;

/// <summary>A <see cref="Unit"/> is its code in JSON.</summary>
public sealed class UnitJsonConverter : JsonConverter<Unit>
{
    /// <inheritdoc/>
    public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Unit.Of(reader.GetString() ?? throw new JsonException("A unit is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

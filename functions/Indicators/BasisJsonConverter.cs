using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessIct.Indicators;

/// <summary>A <see cref="Basis"/> is <c>plan</c> or a period in JSON.</summary>
public sealed class BasisJsonConverter : JsonConverter<Basis>
{
    /// <inheritdoc/>
    public override Basis Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Basis.TryParse(reader.GetString(), out var basis) ? basis : throw new JsonException("A basis is 'plan' or a period.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Basis value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

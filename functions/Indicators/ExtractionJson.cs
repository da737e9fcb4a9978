using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessIct.Indicators;

/// <summary>The JSON of a <see cref="ExtractionResult"/>: one line a document, codes and periods as strings, amounts as plain numbers.</summary>
public static class ExtractionJson
{
    /// <summary>Vietnamese letters stay letters; nothing of this is ever put into a page unescaped.</summary>
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without its line end, of a document that was read.</summary>
    public static string Line(string document, ExtractionResult reading) => Write(json =>
    {
        json.WriteString("document", document);
        json.WriteString("province", reading.Province);
        json.WriteString("period", reading.Period?.ToString());
        json.WriteStartArray("observations");
        foreach (var observation in reading.Observations) WriteObservation(json, observation, reading.Text);
        json.WriteEndArray();
        if (reading.Notes.Count > 0) WriteNotes(json, reading);
    });

    /// <summary>One line, without its line end, of a document that could not be read.</summary>
    public static string ErrorLine(string document, string code, string message) => Write(json =>
    {
        json.WriteString("document", document);
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void WriteNotes(Utf8JsonWriter json, ExtractionResult reading)
    {
        json.WriteStartArray("notes");
        foreach (var note in reading.Notes)
        {
            json.WriteStartObject();
            json.WriteString("message", note.Message);
            json.WriteNumber("start", note.Source.Start);
            json.WriteNumber("end", note.Source.End);
            json.WriteString("text", note.Source.In(reading.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteObservation(Utf8JsonWriter json, Observation observation, string text)
    {
        json.WriteStartObject();
        json.WriteString("indicator", observation.Indicator);
        json.WriteString("label", observation.Label);
        WriteNumber(json, "value", observation.Value);
        json.WriteString("unit", observation.Unit?.Code);
        if (observation.Total is { } total) json.WriteNumber("total", total);
        json.WriteString("period", observation.Period?.ToString());
        if (observation.Kind != Kind.Actual) json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(observation.Kind.ToString()));
        WriteQualifier(json, observation.Qualifier);
        if (observation.Province is not null) json.WriteString("province", observation.Province);
        json.WriteStartArray("comparisons");
        foreach (var comparison in observation.Comparisons) WriteComparison(json, comparison);
        json.WriteEndArray();
        json.WriteStartObject("source");
        json.WriteNumber("start", observation.Source.Start);
        json.WriteNumber("end", observation.Source.End);
        json.WriteString("text", observation.Source.In(text));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteComparison(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("basis", comparison.Basis?.ToString());
        json.WriteString("relation", JsonNamingPolicy.CamelCase.ConvertName(comparison.Relation.ToString()));
        json.WriteNumber("value", comparison.Value);
        json.WriteString("unit", comparison.Unit.Code);
        WriteQualifier(json, comparison.Qualifier);
        json.WriteEndObject();
    }

    /// <summary>A plain figure needs no word.</summary>
    static void WriteQualifier(Utf8JsonWriter json, Qualifier qualifier)
    {
        if (qualifier != Qualifier.Exact) json.WriteString("qualifier", JsonNamingPolicy.CamelCase.ConvertName(qualifier.ToString()));
    }

    static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Api;

/// <summary>
/// Series as a JSON-stat 2.0 dataset: a cube of province × indicator × kind × period. A value in another unit than that of its indicator is
/// left out of the cube and told in a note; so is what nothing is known of.
/// </summary>
public static class JsonStatAnswer
{
    /// <summary>A cube that is fuller than one in this many cells is written as a list, else as an object of the cells that there are.</summary>
    const int Sparse = 4;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly IReadOnlyDictionary<string, string> StatusLabels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A"] = "normal", ["B"] = "break", ["E"] = "estimated", ["P"] = "provisional", ["O"] = "missing", ["U"] = "low reliability",
    };

    /// <summary>The dataset.</summary>
    /// <param name="series">The series.</param>
    /// <param name="label">What the dataset is called.</param>
    /// <param name="mediaType">The type that the client asked for.</param>
    public static Answer Of(IReadOnlyList<SeriesAnswer> series, string label, string mediaType)
    {
        var cube = Cube.Of(series);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "2.0");
            json.WriteString("class", "dataset");
            json.WriteString("label", label);
            json.WriteString("source", "Reports of the provinces");
            WriteNotes(json, cube);
            WriteShape(json, cube);
            json.WriteStartObject("dimension");
            WriteDimension(json, "province", "province", cube.Provinces, ProvinceNames.Of);
            WriteDimension(json, "indicator", "indicator", cube.Indicators, i => IndicatorCatalogue.Default.Find(i)?.NameVi ?? i, cube);
            WriteDimension(json, "kind", "kind", cube.Kinds, k => k);
            WriteDimension(json, "period", "period", cube.Periods, p => p);
            json.WriteEndObject();
            WriteCells(json, cube);
            json.WriteStartObject("extension");
            json.WriteStartObject("status");
            foreach (var (letter, meaning) in StatusLabels) json.WriteString(letter, meaning);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Answers.Text(bytes.WrittenMemory, mediaType);
    }

    static void WriteNotes(Utf8JsonWriter json, Cube cube)
    {
        if (cube.Notes.Count == 0) return;
        json.WriteStartArray("note");
        foreach (var note in cube.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
    }

    static void WriteShape(Utf8JsonWriter json, Cube cube)
    {
        WriteList(json, "id", ["province", "indicator", "kind", "period"]);
        json.WriteStartArray("size");
        foreach (var size in cube.Size) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartObject("role");
        WriteList(json, "time", ["period"]);
        WriteList(json, "geo", ["province"]);
        WriteList(json, "metric", ["indicator"]);
        json.WriteEndObject();
    }

    static void WriteDimension(
        Utf8JsonWriter json, string id, string label, IReadOnlyList<string> categories, Func<string, string> labelOf,
        Cube? measured = null)
    {
        json.WriteStartObject(id);
        json.WriteString("label", label);
        json.WriteStartObject("category");
        WriteList(json, "index", categories);
        // The format wants no empty object of labels.
        if (categories.Count > 0)
        {
            json.WriteStartObject("label");
            foreach (var category in categories) json.WriteString(category, labelOf(category));
            json.WriteEndObject();
        }
        if (measured is not null) WriteUnits(json, measured);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteUnits(Utf8JsonWriter json, Cube cube)
    {
        json.WriteStartObject("unit");
        foreach (var indicator in cube.Indicators)
        {
            json.WriteStartObject(indicator);
            json.WriteString("label", cube.Units[indicator].Code);
            json.WriteNumber("decimals", cube.DecimalsOf(indicator));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void WriteCells(Utf8JsonWriter json, Cube cube)
    {
        if (cube.Cells.Count * (long)Sparse >= cube.Length)
        {
            json.WriteStartArray("value");
            for (var i = 0; i < cube.Length; i++)
            {
                if (cube.Cells.TryGetValue(i, out var cell)) json.WriteNumberValue(cell.Value);
                else json.WriteNullValue();
            }
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject("value");
            foreach (var (place, cell) in cube.Cells) json.WriteNumber(Place(place), cell.Value);
            json.WriteEndObject();
        }
        json.WriteStartObject("status");
        foreach (var (place, cell) in cube.Cells)
            if (cell.Status != ObservationStatus.A) json.WriteString(Place(place), cell.Status.ToString());
        json.WriteEndObject();
    }

    static string Place(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}

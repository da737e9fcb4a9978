using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators;

namespace ServerlessIct.Scoring;

/// <summary>
/// A row of the tables in tests/Indicators/Extraction: a text with what a careful reader finds in it. The texts are of Sóc Trăng in 2023,
/// but where a row has hints of its own (<c>{}</c> for none).
/// </summary>
/// <param name="About">What the row shows.</param>
/// <param name="Expected">The lines expected; the first may be <c>= province period</c>, what the document is taken for; <c>@ province</c> alone, whose it is.</param>
public sealed record ExampleRow(string About, string Text, JsonElement? Hints, string[] Expected)
{
    static readonly DocumentHints Usual = new(Province: "soc-trang", Year: 2023);

    public static IReadOnlyList<ExampleRow> Load(Stream json) => JsonSerializer.Deserialize<List<ExampleRow>>(json, JsonSerializerOptions.Web)!;

    public DocumentHints DocumentHints => HintsOf(Hints?.GetRawText());

    /// <summary>Whether what was read is what is expected.</summary>
    public bool Holds(ExtractionResult reading) => Lines(reading, Expected).SequenceEqual(Expected, StringComparer.Ordinal);

    /// <summary>Hints as a row writes them; null where it has none.</summary>
    public static DocumentHints HintsOf(string? written) => written is null ? Usual : JsonSerializer.Deserialize<DocumentHints>(written, JsonSerializerOptions.Web)!;

    /// <summary>What was read, in lines like those expected.</summary>
    public static IEnumerable<string> Lines(ExtractionResult reading, string[] expected)
    {
        if (expected is [['@', ..]]) return [$"@ {reading.Province ?? "?"}"];
        var lines = reading.Observations.Select(Line);
        var document = $"= {reading.Province ?? "?"} {reading.Period?.ToString() ?? "?"}";
        return expected is [['=', ..], ..] ? lines.Prepend(document) : lines;
    }

    /// <summary><c>code value/total unit period target? [basis relation value unit qualifier?]… @place</c>, the place where it is not the document's.</summary>
    public static string Line(Observation observation)
    {
        var value = observation.Value is { } v ? Number(v) + (observation.Total is { } t ? "/" + Number(t) : "") + " " + observation.Unit : "-";
        var compared = observation.Comparisons.Select(c => $" [{c.Basis?.ToString() ?? "?"} {c.Relation.ToString().ToLowerInvariant()} {Number(c.Value)} {c.Unit}{(c.Qualifier == Qualifier.Exact ? "" : " " + c.Qualifier.ToString().ToLowerInvariant())}]");
        return $"{observation.Indicator ?? "?"} {value} {observation.Period?.ToString() ?? "?"}{(observation.Kind == Kind.Target ? " target" : "")}{string.Concat(compared)}{(observation.Province is { } place ? " @" + place : "")}";
    }

    static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

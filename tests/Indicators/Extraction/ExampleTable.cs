using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>
/// Tables of texts with what a careful reader finds in them. The texts are of Sóc Trăng in 2023, but where a row has hints of its own
/// (<c>{}</c> for none).
/// </summary>
static class ExampleTable
{
    public static TheoryData<string, string, string[]> Load(string name)
    {
        var data = new TheoryData<string, string, string[]>();
        foreach (var row in Rows(name)) data.Add(row.About, row.Text, row.Expected);
        return data;
    }

    /// <summary>A table whose rows may have hints: province, year, title, source.</summary>
    public static TheoryData<string, string, string?, string[]> LoadWithHints(string name)
    {
        var data = new TheoryData<string, string, string?, string[]>();
        foreach (var row in Rows(name)) data.Add(row.About, row.Text, row.Hints is { } hints ? hints.GetRawText() : null, row.Expected);
        return data;
    }

    public static void Check(string about, string text, string[] expected) => Check(about, text, null, expected);

    /// <summary>The first line expected may be <c>= province period</c>, what the document is taken for.</summary>
    public static void Check(string about, string text, string? hints, string[] expected)
    {
        var reading = Extractor.Read(text, Hints(hints));
        var lines = reading.Observations.Select(Written);
        if (expected is [['=', ..], ..]) lines = lines.Prepend($"= {reading.Province ?? "?"} {reading.Period?.ToString() ?? "?"}");
        lines.ShouldBe(expected, about);
    }

    /// <summary>The texts of a table, with their hints.</summary>
    public static IEnumerable<(string Text, DocumentHints Hints)> Texts(string name) => Rows(name).Select(row => (row.Text, Hints(row.Hints?.GetRawText())));

    static DocumentHints Hints(string? written) =>
        written is null ? new DocumentHints(Province: "soc-trang", Year: 2023) : JsonSerializer.Deserialize<DocumentHints>(written, JsonSerializerOptions.Web)!;

    /// <summary>What a text of Sóc Trăng in 2023 states.</summary>
    public static IEnumerable<string> Lines(string text) => Extractor.Read(text, new DocumentHints(Province: "soc-trang", Year: 2023)).Observations.Select(Written);

    /// <summary><c>code value/total unit period target? [basis relation value unit qualifier?]… @place</c>, the place where it is not the document's.</summary>
    static string Written(Observation o)
    {
        var value = o.Value is { } v ? Number(v) + (o.Total is { } t ? "/" + Number(t) : "") + " " + o.Unit : "-";
        var compared = o.Comparisons.Select(c => $" [{c.Basis?.ToString() ?? "?"} {c.Relation.ToString().ToLowerInvariant()} {Number(c.Value)} {c.Unit}{(c.Qualifier == Qualifier.Exact ? "" : " " + c.Qualifier.ToString().ToLowerInvariant())}]");
        return $"{o.Indicator ?? "?"} {value} {o.Period?.ToString() ?? "?"}{(o.Kind == Kind.Target ? " target" : "")}{string.Concat(compared)}{(o.Province is { } place ? " @" + place : "")}";
    }

    static List<Example> Rows(string name)
    {
        using var stream = typeof(ExampleTable).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<List<Example>>(stream, JsonSerializerOptions.Web)!;
    }

    static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    sealed record Example(string About, string Text, JsonElement? Hints, string[] Expected);
}

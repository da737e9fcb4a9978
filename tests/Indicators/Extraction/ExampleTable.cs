using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>Tables of texts with what a careful reader finds in them; the texts are of Sóc Trăng in 2023.</summary>
static class ExampleTable
{
    public static TheoryData<string, string, string[]> Load(string name)
    {
        using var stream = typeof(ExampleTable).Assembly.GetManifestResourceStream(name)!;
        var data = new TheoryData<string, string, string[]>();
        foreach (var row in JsonSerializer.Deserialize<List<Example>>(stream, JsonSerializerOptions.Web)!) data.Add(row.About, row.Text, row.Expected);
        return data;
    }

    public static void Check(string about, string text, string[] expected)
    {
        var reading = Extractor.Read(text, new DocumentHints(Province: "soc-trang", Year: 2023));
        reading.Observations.Select(Written).ShouldBe(expected, about);
    }

    /// <summary><c>code value/total unit period target? [basis relation value unit]…</c></summary>
    static string Written(Observation o)
    {
        var value = o.Value is { } v ? Number(v) + (o.Total is { } t ? "/" + Number(t) : "") + " " + o.Unit : "-";
        var compared = o.Comparisons.Select(c => $" [{c.Basis?.ToString() ?? "?"} {c.Relation.ToString().ToLowerInvariant()} {Number(c.Value)} {c.Unit}]");
        return $"{o.Indicator ?? "?"} {value} {o.Period?.ToString() ?? "?"}{(o.Kind == Kind.Target ? " target" : "")}{string.Concat(compared)}";
    }

    static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    sealed record Example(string About, string Text, string[] Expected);
}

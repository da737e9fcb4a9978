using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

/// <summary>
/// A row of verdicts.json. A source reads <c>period value [target] [qualifier] [doc=period] [unit=code] [in=province] | basis relation value unit [qualifier]</c>,
/// an expectation <c>[target] period against basis: verdict [part value-or-none]…</c> with the parts that DeltaTests names; <c>?</c> is an unknown basis.
/// </summary>
public sealed record DeltaCase(string Name, string Unit, IReadOnlyList<string> Sources, IReadOnlyList<string> Expect)
{
    public static IReadOnlyList<DeltaCase> All { get; } = Load();

    public IEnumerable<Candidate> Candidates() => Sources.Select((source, i) => Read(source, i));

    Candidate Read(string source, int ordinal)
    {
        var parts = source.Split('|', StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ');
        var options = words.Skip(2).ToList();
        decimal? value = words[1] == "-" ? null : Number(words[1]);
        return new Candidate
        {
            Province = Option(options, "in=") ?? "soc-trang",
            Indicator = "telecom.base_stations",
            Period = Period.Parse(words[0]),
            Value = value,
            Unit = value is null ? null : Indicators.Unit.Of(Option(options, "unit=") ?? Unit),
            Kind = options.Contains("target") ? Kind.Target : Kind.Actual,
            Qualifier = Enum.GetValues<Qualifier>().FirstOrDefault(q => options.Contains(q.ToString().ToLowerInvariant())),
            DocumentPeriod = Option(options, "doc=") is { } period ? Period.Parse(period) : null,
            Document = $"d{ordinal.ToString(CultureInfo.InvariantCulture)}",
            Comparisons = [.. parts.Skip(1).Select(Compare)],
        };
    }

    static Comparison Compare(string text)
    {
        var words = text.Split(' ');
        Basis? basis = Basis.TryParse(words[0], out var known) ? known : null;
        return new Comparison(basis, Enum.Parse<Relation>(words[1], ignoreCase: true), Number(words[2]), Indicators.Unit.Of(words[3]))
        {
            Qualifier = words.Length > 4 ? Enum.Parse<Qualifier>(words[4], ignoreCase: true) : Qualifier.Exact,
        };
    }

    static string? Option(IEnumerable<string> options, string prefix) =>
        options.FirstOrDefault(o => o.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];

    static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static IReadOnlyList<DeltaCase> Load()
    {
        using var json = typeof(DeltaCase).Assembly.GetManifestResourceStream("verdicts.json")!;
        return JsonSerializer.Deserialize<List<DeltaCase>>(json, JsonSerializerOptions.Web)!;
    }
}

using System.Text.Json;

namespace ServerlessIct.Indicators.Places;

/// <summary>The provinces of Viet Nam in both editions: the 63 of before July 2025 and the 34 since.</summary>
public sealed class Gazetteer
{
    /// <summary>The slug of the whole country.</summary>
    public const string Country = "viet-nam";

    readonly Dictionary<string, Province> before;
    readonly Dictionary<string, Province> since;

    Gazetteer(Editions editions)
    {
        Before2025 = editions.Before2025;
        Since2025 = editions.Since2025;
        before = Before2025.ToDictionary(p => p.Slug, StringComparer.Ordinal);
        since = Since2025.ToDictionary(p => p.Slug, StringComparer.Ordinal);
    }

    /// <summary>The gazetteer that ships with the library (provinces.json).</summary>
    public static Gazetteer Default { get; } = Load();

    /// <summary>The 63 provinces and cities until 30 June 2025.</summary>
    public IReadOnlyList<Province> Before2025 { get; }

    /// <summary>The 34 provinces and cities since 1 July 2025.</summary>
    public IReadOnlyList<Province> Since2025 { get; }

    /// <summary>Slugs by other names that texts have for provinces and the country (<c>Thừa Thiên Huế</c>), in lower case (places.json).</summary>
    public IReadOnlyDictionary<string, string> OtherNames { get; } = LoadOtherNames();

    /// <summary>Whether the slug is a province of either edition, or the country.</summary>
    public bool Knows(string? slug) => slug is not null && (slug == Country || before.ContainsKey(slug));

    /// <summary>The province in the edition in force on a day; null where that edition has none of that slug.</summary>
    public Province? Find(string slug, DateOnly on) =>
        (on >= Merger ? since : before).GetValueOrDefault(slug);

    /// <summary>The province of before July 2025; every later slug is among them.</summary>
    public Province? FindBefore2025(string slug) => before.GetValueOrDefault(slug);

    /// <summary>The province since July 2025; null where the slug was merged away.</summary>
    public Province? FindSince2025(string slug) => since.GetValueOrDefault(slug);

    /// <summary>The day on which 63 provinces became 34.</summary>
    public static DateOnly Merger { get; } = new(2025, 7, 1);

    static Gazetteer Load()
    {
        using var json = typeof(Gazetteer).Assembly.GetManifestResourceStream("provinces.json")!;
        return new Gazetteer(JsonSerializer.Deserialize<Editions>(json, JsonSerializerOptions.Web)!);
    }

    static IReadOnlyDictionary<string, string> LoadOtherNames()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("places.json")!;
        using var json = JsonDocument.Parse(stream);
        // A name that stands for nothing is listed so that no text is misread by it.
        return json.RootElement.GetProperty("names").EnumerateObject().Where(n => n.Value.GetString() is { Length: > 0 })
            .ToDictionary(n => n.Name, n => n.Value.GetString()!, StringComparer.Ordinal);
    }

    sealed record Editions(IReadOnlyList<Province> Before2025, IReadOnlyList<Province> Since2025);
}

using System.Text;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>What a slug or a code may be written as: itself in any case, or a name, Vietnamese or English, tone marks optional.</summary>
public sealed class NameResolver
{
    static readonly string[] ProvincePrefixes = ["tinh ", "thanh pho ", "tp "], ProvinceSuffixes = [" province", " city"];

    /// <summary>Shorter texts stand in too many names to mean one of them, longer ones in none.</summary>
    const int ShortestPart = 4, LongestPart = 100;

    readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);

    NameResolver(IEnumerable<(string Name, string Id)> names)
    {
        foreach (var (name, id) in names) byName.TryAdd(Form(name), id);
        Ids = [.. byName.Values.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The provinces of both editions and the whole country.</summary>
    public static NameResolver OfProvinces { get; } = new(Provinces());

    /// <summary>The indicators of the catalogue.</summary>
    public static NameResolver OfIndicators { get; } = new(
        IndicatorCatalogue.Default.All.Select(i => (i.Code, i.Code))
            .Concat(IndicatorCatalogue.Default.All.SelectMany(i => ((string, string)[])[(i.NameVi, i.Code), (i.NameEn, i.Code)])));

    /// <summary>The slugs or codes themselves.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The slug or code that is meant; null where it is none.</summary>
    public string? Find(string text) => byName.GetValueOrDefault(Form(text));

    /// <summary>The slug or code that was meant: of the name that differs by a slip, else of the shortest that has the text among its words, else of the most like; null for none.</summary>
    public string? NearestTo(string text)
    {
        var form = Form(text);
        var like = SpellingSuggestion.For(form, byName.Keys);
        var isSlip = like is not null && Math.Abs(like.Length - form.Length) <= 2;
        var name = isSlip ? like : Around(form) ?? like;
        return name is null ? null : byName[name];
    }

    /// <summary>The shortest name that has the text among its words, slugs and codes before names.</summary>
    string? Around(string form) => form.Length is < ShortestPart or > LongestPart ? null
        : byName.Keys.Where(n => $" {n} ".Contains($" {form} ", StringComparison.Ordinal))
            .OrderBy(n => Form(byName[n]) == n ? 0 : 1).ThenBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).FirstOrDefault();

    static IEnumerable<(string, string)> Provinces()
    {
        var country = (string[])[Gazetteer.Country, "Vietnam", "the whole country"];
        var cities = (string[])["HCM", "HCMC", "Saigon"];
        // The older edition is wanted first: its names are those of the slugs.
        var places = Gazetteer.Default.Before2025.Concat(Gazetteer.Default.Since2025).ToList();
        return places.SelectMany(p => ((string[])[p.Slug, p.NameVi, p.NameEn]).Select(n => (n, p.Slug)))
            .Concat(places.SelectMany(p => ProvincePrefixes.Select(prefix => (prefix + p.NameVi, p.Slug))))
            .Concat(places.SelectMany(p => ProvinceSuffixes.Select(suffix => (p.NameEn + suffix, p.Slug))))
            .Concat(Gazetteer.Default.OtherNames.Select(n => (n.Key, n.Value)))
            // Abroad names are written in one: Hanoi.
            .Concat(places.Select(p => (p.NameEn.Replace(" ", "", StringComparison.Ordinal), p.Slug)))
            .Concat(cities.Select(n => (n, "ho-chi-minh")))
            .Concat(country.Select(n => (n, Gazetteer.Country)));
    }

    /// <summary>Plain letters; what parts words in slugs, codes and names is a single blank, anything else stays and makes it another name.</summary>
    static string Form(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in Diacritics.Remove(text))
        {
            if (c is not (' ' or '-' or '_' or '.' or ',' or '/' or '(' or ')')) form.Append(c);
            else if (form.Length > 0 && form[^1] != ' ') form.Append(' ');
        }
        return form.ToString().TrimEnd();
    }
}

/// <summary>What places are called in answers.</summary>
static class ProvinceNames
{
    /// <summary>The Vietnamese name of a slug.</summary>
    public static string Of(string slug) => slug == Gazetteer.Country
        ? "Việt Nam"
        : (Gazetteer.Default.FindBefore2025(slug) ?? Gazetteer.Default.FindSince2025(slug))?.NameVi ?? slug;
}

using System.Text;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>What a slug or a code may be written as: itself in any case, or a name, Vietnamese or English, tone marks optional.</summary>
public sealed class Names
{
    static readonly string[] ProvincePrefixes = ["tinh ", "thanh pho ", "tp "];

    readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);

    Names(IEnumerable<(string Name, string Id)> names)
    {
        foreach (var (name, id) in names) byName.TryAdd(Form(name), id);
        Ids = [.. byName.Values.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The provinces of both editions and the whole country.</summary>
    public static Names OfProvinces { get; } = new(Provinces());

    /// <summary>The indicators of the catalogue.</summary>
    public static Names OfIndicators { get; } = new(
        IndicatorCatalogue.Default.All.Select(i => (i.Code, i.Code))
            .Concat(IndicatorCatalogue.Default.All.SelectMany(i => ((string, string)[])[(i.NameVi, i.Code), (i.NameEn, i.Code)])));

    /// <summary>The slugs or codes themselves.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The slug or code that is meant; null where it is none.</summary>
    public string? Find(string text) => byName.GetValueOrDefault(Form(text));

    /// <summary>The slug or code whose name is most like the text; null where none is like it.</summary>
    public string? NearestTo(string text) => Nearest.To(Form(text), byName.Keys) is { } name ? byName[name] : null;

    static IEnumerable<(string, string)> Provinces()
    {
        var country = (string[])[Gazetteer.Country, "cả nước", "toàn quốc", "Vietnam", "the whole country"];
        var cities = (string[])["TP.HCM", "TPHCM", "HCM", "Sài Gòn"];
        // The older edition is wanted first: its names are those of the slugs.
        var places = Gazetteer.Default.Before2025.Concat(Gazetteer.Default.Since2025).ToList();
        return places.SelectMany(p => ((string[])[p.Slug, p.NameVi, p.NameEn]).Select(n => (n, p.Slug)))
            .Concat(places.SelectMany(p => ProvincePrefixes.Select(prefix => (prefix + p.NameVi, p.Slug))))
            .Concat(cities.Select(n => (n, "ho-chi-minh")))
            .Concat(country.Select(n => (n, Gazetteer.Country)));
    }

    /// <summary>Plain letters; what parts words in slugs, codes and names is a single blank, anything else stays and makes it another name.</summary>
    static string Form(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in Plain.Of(text))
        {
            if (c is not (' ' or '-' or '_' or '.' or ',' or '/' or '(' or ')')) form.Append(c);
            else if (form.Length > 0 && form[^1] != ' ') form.Append(' ');
        }
        return form.ToString().TrimEnd();
    }
}

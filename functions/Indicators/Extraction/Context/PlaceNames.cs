using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>The names under which texts speak of provinces.</summary>
sealed class PlaceNames
{
    readonly PhraseTree<string> names;
    readonly Dictionary<string, string> domains = new(StringComparer.Ordinal);
    readonly HashSet<int> titles;

    public PlaceNames(Vocabulary vocabulary, Gazetteer gazetteer)
    {
        names = new PhraseTree<string>(vocabulary);
        foreach (var province in gazetteer.Before2025)
        {
            names.Add(province.NameVi, province.Slug);
            domains[province.Domain] = province.Slug;
        }

        foreach (var (name, slug) in Others) names.Add(name, slug);
        titles = [vocabulary.Add("tỉnh"), vocabulary.Add("phố"), vocabulary.Add("tp")];
    }

    static IEnumerable<(string Name, string Slug)> Others =>
    [
        ("tphcm", "ho-chi-minh"), ("tp.hcm", "ho-chi-minh"), ("tp hcm", "ho-chi-minh"), ("thừa thiên huế", "hue"), ("thừa thiên - huế", "hue"),
        ("đắc lắc", "dak-lak"), ("đăk lăk", "dak-lak"), ("đắc nông", "dak-nong"), ("đăk nông", "dak-nong"), ("bắc cạn", "bac-kan"),
        ("cả nước", Gazetteer.Country), ("toàn quốc", Gazetteer.Country), ("việt nam", Gazetteer.Country),
    ];

    /// <summary>The slug of the place that is named at a token; null where none is.</summary>
    /// <param name="length">The number of its tokens.</param>
    public string? At(ReadOnlySpan<Token> tokens, int i, out int length)
    {
        length = names.Longest(tokens, i, out var slug);
        return length > 0 ? slug : null;
    }

    /// <summary>Whether the token before a name says that it is a province or city.</summary>
    public bool IsTitle(Token token) => token.Kind == TokenKind.Word && titles.Contains(token.Word);

    /// <summary>The slug of the province whose web address a text names first; null for none.</summary>
    public string? ByDomain(ReadOnlySpan<char> folded)
    {
        for (var at = 0; folded[at..].IndexOf(".gov.vn", StringComparison.Ordinal) is >= 0 and var next; at += next + 1)
        {
            var start = at + next;
            while (start > 0 && (char.IsAsciiLetterOrDigit(folded[start - 1]) || folded[start - 1] == '-')) start--;
            if (domains.TryGetValue(string.Concat(folded[start..(at + next)], ".gov.vn"), out var slug)) return slug;
        }

        return null;
    }
}

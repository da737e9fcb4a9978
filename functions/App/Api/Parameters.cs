using System.Globalization;
using Microsoft.AspNetCore.Http;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>The query of a request: only known names, each once or as a list, every value checked.</summary>
public sealed class Parameters
{
    /// <summary>Lists and values longer than this are not looked at.</summary>
    const int LongestValue = 8_000;

    /// <summary>The host's own parameter: the key.</summary>
    const string Key = "code";

    static readonly IReadOnlyList<string> Slugs = [.. Gazetteer.Default.Before2025.Select(p => p.Slug).Append(Gazetteer.Country)];
    static readonly IReadOnlyList<string> Codes = [.. IndicatorCatalogue.Default.All.Select(i => i.Code)];

    readonly IQueryCollection query;

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="known">The names that the route understands.</param>
    /// <exception cref="ParameterException">A name is unknown, or a value too long.</exception>
    public Parameters(IQueryCollection query, params ReadOnlySpan<string> known)
    {
        this.query = query;
        string[] names = [.. known];
        foreach (var (name, value) in query)
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase) && !string.Equals(name, Key, StringComparison.OrdinalIgnoreCase))
                throw new ParameterException(Shortened(name), Shortened(value), $"the parameters {string.Join(", ", names)}", Nearest.To(name, names));
            if (value.ToString().Length > LongestValue)
                throw new ParameterException(name, Shortened(value), string.Create(CultureInfo.InvariantCulture, $"at most {LongestValue} characters"));
        }
    }

    /// <summary>The value; null where it is not given or empty. A name given several times is a list.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The slugs of <c>province</c>; empty where not given.</summary>
    public IReadOnlyList<string> Provinces() => List("province", Slugs, "slugs as GET /api/v1/provinces lists them");

    /// <summary>The codes of <c>indicator</c>; empty where not given.</summary>
    public IReadOnlyList<string> Indicators() => List("indicator", Codes, "codes as GET /api/v1/indicators lists them");

    /// <summary>The years of <c>year</c>.</summary>
    public YearRanges Years() => YearRanges.Parse(Text("year"));

    /// <summary>One of these words; null where not given.</summary>
    public string? Word(string name, params ReadOnlySpan<string> allowed)
    {
        if (Text(name) is not { } text) return null;
        string[] words = [.. allowed];
        return words.FirstOrDefault(w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new ParameterException(name, Shortened(text), string.Join(", ", words), Nearest.To(text, words));
    }

    /// <summary>A value of an enumeration, by its name in any case; null where not given.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        Word(name, [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())]) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    /// <summary>A whole number from 1 to a limit.</summary>
    public int Count(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : throw new ParameterException(name, Shortened(text), string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}"));
    }

    /// <summary>A slug of a route or header.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static string Province(string text) => One("province", text, Slugs, "a slug as GET /api/v1/provinces lists them");

    /// <summary>A code of a route.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static string Indicator(string text) => One("indicator", text, Codes, "a code as GET /api/v1/indicators lists them");

    /// <summary>A period of a route.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static Period PeriodOf(string text) => Period.TryParse(Uri.UnescapeDataString(text), out var period)
        ? period
        : throw new ParameterException("period", Shortened(text), "2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025");

    IReadOnlyList<string> List(string name, IReadOnlyList<string> allowed, string inWords) =>
        Text(name) is not { } text ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(t => One(name, t, allowed, inWords)).Distinct(StringComparer.Ordinal)];

    static string One(string name, string text, IReadOnlyList<string> allowed, string inWords) =>
        allowed.Contains(text, StringComparer.Ordinal) ? text : throw new ParameterException(name, Shortened(text), inWords, Nearest.To(text, allowed));

    static string Shortened(string? text) => text is null or { Length: <= 200 } ? text ?? "" : text[..200] + "…";
}

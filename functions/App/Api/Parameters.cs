using System.Globalization;
using Microsoft.AspNetCore.Http;
using ServerlessIct.App.Api.Description;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>The query of a request: only known names; each once, or as a list with commas or by giving it again; every value checked.</summary>
public sealed class Parameters
{
    /// <summary>A list has at most this many values.</summary>
    public const int MostItems = 200;

    /// <summary>Values longer than this are not looked at.</summary>
    const int LongestValue = 8_000;

    /// <summary>A name may hold commas, but not more than this many.</summary>
    const int MostCommas = 3;

    const string Slug = "a slug or a name, as GET /api/v1/provinces lists them", Code = "a code or a name, as GET /api/v1/indicators lists them";

    readonly IQueryCollection query;

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="operation">The request, which says what names there are.</param>
    /// <exception cref="ParameterException">A name is unknown, or a value too long.</exception>
    public Parameters(IQueryCollection query, Operation operation)
    {
        this.query = query;
        string[] names = [.. operation.QueryNames];
        foreach (var (name, value) in query)
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase) && !string.Equals(name, ReaderKeys.Query, StringComparison.OrdinalIgnoreCase))
                throw new ParameterException(Shortened(name), Shortened(value), names.Length == 0 ? "no parameter" : $"the parameters {string.Join(", ", names)}", SpellingSuggestion.For(name, names));
            if (value.Count > 1 && operation.Parameters.Any(p => !p.IsList && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new ParameterException(name, Shortened(value), "one value: it is given more than once");
            if (value.ToString().Any(char.IsControl)) throw new ParameterException(name, Printable(value.ToString()), "text without control characters");
            if (value.ToString().Length > LongestValue)
                throw new ParameterException(name, Shortened(value), string.Create(CultureInfo.InvariantCulture, $"at most {LongestValue} characters"));
        }
    }

    /// <summary>The value; null where it is not given or empty. A name given several times is a list.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The slugs of <c>province</c>; empty where not given.</summary>
    public IReadOnlyList<string> Provinces() => Named("province", NameResolver.OfProvinces, Slug);

    /// <summary>The codes of <c>indicator</c>; empty where not given.</summary>
    public IReadOnlyList<string> Indicators() => Named("indicator", NameResolver.OfIndicators, Code);

    /// <summary>The codes of <c>indicator</c> where one must be named.</summary>
    /// <exception cref="ParameterException">None is.</exception>
    public IReadOnlyList<string> NamedIndicators() => Indicators() is { Count: > 0 } codes
        ? codes
        : throw new ParameterException("indicator", "", "one or more codes as GET /api/v1/indicators lists them");

    /// <summary>The years of <c>year</c>.</summary>
    public YearRanges Years() => YearRanges.Parse(Text("year"));

    /// <summary>One of these words; null where not given.</summary>
    public string? Word(string name, params ReadOnlySpan<string> allowed) => Text(name) is { } text ? Word(name, text, [.. allowed]) : null;

    /// <summary>Whether a switch is on: <c>true</c>, or off: <c>false</c> or not given.</summary>
    public bool IsOn(string name) => Word(name, "true", "false") == "true";

    /// <summary>Values of an enumeration, by their names in any case; empty where not given.</summary>
    public IReadOnlyList<T> Choices<T>(string name) where T : struct, Enum
    {
        string[] words = [.. Words.All<T>()];
        return [.. Items(name).Select(t => Enum.Parse<T>(Word(name, t, words), ignoreCase: true)).Distinct()];
    }

    /// <summary>The values of a list, trimmed; empty where not given.</summary>
    /// <exception cref="ParameterException">There are too many.</exception>
    public IReadOnlyList<string> Items(string name)
    {
        if (Text(name) is not { } text) return [];
        var items = text.Split(',', StringSplitOptions.TrimEntries);
        return items.Length <= MostItems
            ? items
            : throw new ParameterException(name, Shortened(text), string.Create(CultureInfo.InvariantCulture, $"at most {MostItems} values"));
    }

    /// <summary>A whole number from 1 to a limit.</summary>
    public int Count(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : throw new ParameterException(name, Shortened(text), string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}"));
    }

    /// <summary>The slug that a part of a path or a header means.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static string Province(string text) => One("province", text, NameResolver.OfProvinces, Slug);

    /// <summary>The code that a part of a path means.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static string Indicator(string text) => One("indicator", text, NameResolver.OfIndicators, Code);

    /// <summary>A period of a path.</summary>
    /// <exception cref="ParameterException">It is none.</exception>
    public static Period PeriodOf(string? text) => TryPeriod(Uri.UnescapeDataString(text ?? ""), out var period)
        ? period
        : throw new ParameterException("period", Shortened(text), "2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025");

    /// <summary>Reads a period as it is written here, in letters of any case, or a month as ISO 8601 writes it: <c>2024-06</c>.</summary>
    public static bool TryPeriod(string text, out Period period)
    {
        var isMonth = text.Length == 7 && text[4] == '-' && char.IsAsciiDigit(text[5]) && char.IsAsciiDigit(text[6]);
        return Period.TryParse(isMonth ? text.Insert(5, "M") : text.ToUpperInvariant(), out period);
    }

    /// <summary>A text short enough to be shown.</summary>
    public static string Shortened(string? text) => text is null or { Length: <= 200 } ? text ?? "" : text[..200] + "…";

    static string Printable(string text) => Shortened(string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)));

    static string Word(string name, string text, string[] words) =>
        words.FirstOrDefault(w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new ParameterException(name, Shortened(text), string.Join(", ", words), SpellingSuggestion.For(text, words));

    IReadOnlyList<string> Named(string name, NameResolver names, string inWords)
    {
        var items = Items(name);
        if (items.Contains("", StringComparer.Ordinal)) One(name, "", names, inWords);
        var found = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var end = Math.Min(items.Count, i + MostCommas + 1);
            string? id = null;
            // The longest run of items that is a name, since a name may hold commas.
            while (end > i + 1 && (id = names.Find(string.Join(", ", items.Skip(i).Take(end - i)))) is null) end--;
            found.Add(id ?? One(name, items[i], names, inWords));
            i = end - 1;
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    static string One(string name, string text, NameResolver names, string inWords) =>
        names.Find(text) ?? throw new ParameterException(name, Shortened(text), inWords, names.NearestTo(text));
}

/// <summary>A parameter of a request has a value that is not allowed; answered with 400.</summary>
public sealed class ParameterException(string parameter, string? value, string allowed, string? nearest = null)
    : Exception($"The parameter '{parameter}' is '{value}'. Allowed: {allowed}.{(nearest is null ? "" : $" Did you mean {nearest}?")}")
{
    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>What was given.</summary>
    public string? Value { get; } = value;

    /// <summary>What is allowed, in words.</summary>
    public string Allowed { get; } = allowed;

    /// <summary>The allowed value most like the given one; null where none is like it.</summary>
    public string? Nearest { get; } = nearest;
}

using System.Globalization;
using System.Text;

namespace ServerlessIct.Indicators.Catalogue;

/// <summary>The catalogue as a page of Markdown for people: docs/catalogue.md.</summary>
public static class CataloguePage
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    const string Preface =
        """
        # The catalogue of indicators

        What the system knows by name. This page is generated from `functions/Indicators/Catalogue/indicators.json`;
        after a change there write it anew with `scripts/ict catalogue > docs/catalogue.md`.

        *Named by* lists the cues, one a line: all parts joined by **+** must stand near the number, each in one of its variants;
        one marked *(before)* may also stand in what the text said before, and *counted* wants the first part among the words that the number counts.
        *Not near* lists words that rule the indicator out. The range is what is plausible for any period; a value outside it is kept and reported.
        An example shows a text of a province's report on 2023 with what is read from it: code, value, unit, period and in brackets what it is compared with;
        *but* shows a text that is easily taken for the indicator.

        """;

    /// <summary>The page.</summary>
    public static string Of(IndicatorCatalogue catalogue)
    {
        var page = new StringBuilder(Preface);
        foreach (var domain in catalogue.All.GroupBy(i => i.Code[..i.Code.IndexOf('.', StringComparison.Ordinal)]))
        {
            page.Append(Culture, $"\n## {domain.Key}\n");
            foreach (var indicator in domain) Add(page, indicator);
        }

        return page.ToString();
    }

    static void Add(StringBuilder page, Indicator indicator)
    {
        page.Append(Culture, $"\n### {indicator.Code}\n\n{indicator.NameVi} · {indicator.NameEn}\n\n");
        page.Append(Culture, $"- Unit: {indicator.Unit} ({indicator.Measure}{(indicator.Flow ? " of what happened in the period" : "")}{Better(indicator)}). Plausible: {Range(indicator)}.\n");
        if (indicator.Notes.Length > 0) page.Append(Culture, $"- Note: {indicator.Notes}.\n");
        if (indicator.Standards.Count > 0) page.Append(Culture, $"- Standard: {string.Join("; ", indicator.Standards.Select(Standard))}.\n");
        page.Append("- Named by:\n");
        foreach (var cue in indicator.Cues) page.Append(Culture, $"  - {Cue(cue)}\n");
        if (indicator.Not.Count > 0) page.Append(Culture, $"- Not near: {string.Join(" · ", indicator.Not)}\n");
        foreach (var example in indicator.Examples) Add(page, "Example", example);
        foreach (var example in indicator.Counterexamples) Add(page, "But", example);
    }

    static void Add(StringBuilder page, string kind, IndicatorExample example) =>
        page.Append(Culture, $"- {kind}: “{example.Text}” → {string.Join(", ", example.Expected.Select(e => $"`{e}`"))}\n");

    static string Better(Indicator indicator) => indicator.Better switch { "up" => ", more is better", "down" => ", less is better", _ => "" };

    static string Range(Indicator indicator) =>
        indicator.CountryRange is { } country ? $"{Range(indicator.Range)}; of the whole country {Range(country)}" : Range(indicator.Range);

    static string Range(PlausibleRange range) => string.Create(Culture, $"{range.Min:#,0.##} to {range.Max:#,0.##}");

    static string Standard(StandardReference reference) =>
        reference.Code is { } code ? $"{reference.Standard} {code} ({reference.Name})" : $"{reference.Standard} ({reference.Name})";

    static string Cue(string written)
    {
        var parts = written.TrimStart('^').Split(" + ").Select(part => string.Join(" / ", part.Split('|', StringSplitOptions.TrimEntries).Select(Variant)));
        return string.Join(" **+** ", parts) + (written.StartsWith('^') ? " (*counted*)" : "");
    }

    static string Variant(string written) => written.StartsWith('~') ? written[1..] + " (*before*)" : written;
}

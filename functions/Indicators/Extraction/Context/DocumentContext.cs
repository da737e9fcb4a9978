using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Text;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Whose a document is and which period it reports on: as its hints say, else as its text does.</summary>
/// <param name="Province">The slug of the document's place; null where nothing tells.</param>
/// <param name="Period">The reporting period; null where nothing tells.</param>
/// <param name="Written">The day or month on which it was written; null where nothing tells.</param>
sealed record DocumentContext(string? Province, Period? Period, Period? Written)
{
    /// <summary>Reads the context of a text.</summary>
    /// <param name="language">The language data.</param>
    /// <param name="text">The text in NFC.</param>
    /// <param name="tokenized">The same, folded, with its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="tables">The latest period of each of its tables that names one.</param>
    /// <param name="hints">What is known of the document beside its text.</param>
    public static DocumentContext Read(Language language, string text, TokenizedText tokenized, List<Sentence> sentences, IReadOnlyList<Period> tables, DocumentHints hints)
    {
        var date = DocumentDate.Find(language, tokenized);
        var periods = new DocumentPeriod(language, date);
        var places = new DocumentPlace(language);
        if (hints.Title is { } title)
        {
            title = LatinComposition.Compose(title);
            using var words = new TokenizedText(title, language.Vocabulary);
            var ofTitle = new List<Sentence>();
            Segmenter.Split(language.DocumentWords, title, words.TokenSpan, ofTitle);
            periods.Add(words, ofTitle, isTitle: true);
            places.Add(title, words, isTitle: true);
        }

        if (hints.Source is { } source) places.AddSource(source);
        periods.Add(tokenized, sentences, isTitle: false);
        if (hints.Province is null) places.Add(text, tokenized, isTitle: false);
        var candidates = periods.Rank(OfTables(tables, date));
        Period? period = candidates.Count > 0 ? candidates[0].Value : null;
        if (hints.Year is { } year) period = period is { } found && found.Year == year ? found : Indicators.Period.OfYear(year);
        return new DocumentContext(hints.Province ?? Current(places.Find(), date ?? period), period, date);
    }

    /// <summary>The latest period of the tables' columns; those that end long before the document was written tell of history only.</summary>
    static Period? OfTables(IReadOnlyList<Period> tables, Period? date)
    {
        if (tables.Count == 0) return null;
        var latest = tables.MaxBy(t => t.EndMonth);
        return date is not { } day || latest.Year >= day.Year - 1 ? latest : null;
    }

    /// <summary>Who writes after the merger of July 2025 writes for the province that is, though the text names one that was.</summary>
    static string? Current(string? slug, Period? written) =>
        slug is not null && written is { } date && IsAfterMerger(date) && Gazetteer.Default.FindBefore2025(slug) is { } old ? old.MergedInto : slug;

    static bool IsAfterMerger(Period period)
    {
        if (period.Year != Gazetteer.Merger.Year) return period.Year > Gazetteer.Merger.Year;
        return period.Kind switch
        {
            PeriodKind.Half => period.Part == 2,
            PeriodKind.Quarter => period.Part > 2,
            PeriodKind.Month or PeriodKind.FirstMonths or PeriodKind.Day => period.Part >= Gazetteer.Merger.Month,
            _ => false,
        };
    }
}

using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>Finds the statistics that a Vietnamese text states.</summary>
public static class Extractor
{
    /// <summary>Reads a document's text.</summary>
    /// <param name="text">The text, in any normal form; spans of the result refer to its NFC form.</param>
    /// <param name="hints">What is known of the document beside its text.</param>
    /// <returns>The document's place and period and its observations; any text is accepted.</returns>
    public static ExtractionResult Read(string text, DocumentHints hints) => Read(text, hints, Language.Vietnamese, null, out _);

    /// <summary>The same with a language of other weights or abilities, which tests/Fitting compares.</summary>
    internal static ExtractionResult Read(string text, DocumentHints hints, Language language) => Read(text, hints, language, null, out _);

    /// <summary>Says of every number in a text what <see cref="Read(string, DocumentHints)"/> takes it for and by which rule, or why it leaves it.</summary>
    /// <param name="text">The text, in any normal form; spans of the result refer to its NFC form.</param>
    /// <param name="hints">What is known of the document beside its text.</param>
    /// <returns>The reading, and the numbers in the order of the text: each digit of the text is in exactly one explanation.</returns>
    public static (ExtractionResult Result, IReadOnlyList<Explanation> Explanations) Explain(string text, DocumentHints hints)
    {
        var trace = new Trace();
        var reading = Read(text, hints, Language.Vietnamese, trace, out var merged);
        return (reading, trace.Explanations(reading.Observations, merged));
    }

    static ExtractionResult Read(string text, DocumentHints hints, Language language, Trace? trace, out int[] merged)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hints);
        return new Pipeline(language, trace).Run(text, hints, out merged);
    }
}

using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Tables;
using ServerlessIct.Indicators.Extraction.Text;

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
        var reading = Read(text, hints, Language.Vietnamese, trace, out var into);
        return (reading, trace.Explanations(reading.Observations, into));
    }

    static ExtractionResult Read(string text, DocumentHints hints, Language language, Trace? trace, out int[] into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hints);
        text = LatinComposition.Compose(text);
        using var tokenized = new TokenizedText(text, language.Vocabulary);
        var tables = TableFinder.Take(language, tokenized, trace);
        tokenized.Keep(Lines.Join(text, tokenized.TokenSpan, language.Lexicon));
        // An explanation looks back on what was found in every sentence.
        using var buffers = trace is null ? ExtractionBuffers.Take() : new ExtractionBuffers(keepsFindings: true);
        Segmenter.Split(text, tokenized.TokenSpan, buffers.Sentences);
        var context = DocumentContext.Read(language, text, tokenized, buffers.Sentences, tables, hints);
        var reader = new SentenceReader(language, text, tokenized, buffers, context, trace);
        reader.Read();
        if (tables.Count > 0) new TableReader(language, text, tokenized, context, trace).Read(tables, buffers.Observations);
        into = trace is null ? [] : new int[buffers.Observations.Count];
        buffers.Repetitions.Merge(buffers.Observations, trace is null ? null : into);
        return new ExtractionResult(text, context.Province, context.Period, hints.Title ?? Title(text), buffers.Observations.ToArray()) { Notes = reader.Notes };
    }

    static string? Title(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        return line.Length is > 0 and <= 300 ? line.Trim().ToString() : null;
    }
}

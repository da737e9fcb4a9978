using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Tables;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>
/// The stages by which a text becomes observations. Each reads what those before it wrote and leaves that as it is:
/// <list type="number">
/// <item>Composition: the text in NFC, to which every span refers.</item>
/// <item><see cref="TokenizedText"/>: the folded text and its tokens.</item>
/// <item><see cref="TableFinder"/>: the tables; their tokens leave the prose.</item>
/// <item><see cref="Lines"/> and <see cref="Segmenter"/>: the sentences of the prose.</item>
/// <item><see cref="DocumentContext"/>: whose the document is and which period it reports on, from sentences, tables and hints.</item>
/// <item><see cref="SentenceReader"/>: the observations of the sentences, one sentence after the other; its own stages are shown there.</item>
/// <item><see cref="TableReader"/>: the observations of the tables.</item>
/// <item><see cref="Repetitions"/>: what is stated twice, once.</item>
/// </list>
/// </summary>
/// <param name="language">The language data.</param>
/// <param name="trace">Notes what becomes of each number; null to read only.</param>
sealed class Pipeline(Language language, Trace? trace)
{
    /// <summary>A longer first line is no title.</summary>
    const int LongestTitle = 300;

    /// <summary>Reads a document's text.</summary>
    /// <param name="text">The text, in any normal form.</param>
    /// <param name="hints">What is known of the document beside its text.</param>
    /// <param name="merged">For each observation before repetitions were merged its place in the result, -1 where it was dropped; empty without a trace.</param>
    public ExtractionResult Run(string text, DocumentHints hints, out int[] merged)
    {
        text = LatinComposition.Compose(text);
        using var tokenized = new TokenizedText(text, language.Vocabulary);
        var tables = TableFinder.Take(language, tokenized, trace);
        tokenized.Keep(Lines.Join(text, tokenized.TokenSpan, language.Lexicon));
        // An explanation looks back on what was found in every sentence.
        using var buffers = trace is null ? ExtractionBuffers.Take() : new ExtractionBuffers(keepsFindings: true);
        Segmenter.Split(language.DocumentWords, text, tokenized.TokenSpan, buffers.Sentences);
        var context = DocumentContext.Read(language, text, tokenized, buffers.Sentences, TablePeriod.Of(language, text, tokenized.Folded, tables), hints);
        var sentences = new SentenceReader(language, text, tokenized, buffers, context, trace);
        sentences.Read();
        if (tables.Count > 0) new TableReader(language, text, tokenized, context, trace).Read(tables, buffers.Observations);
        merged = trace is null ? [] : new int[buffers.Observations.Count];
        buffers.Repetitions.Merge(buffers.Observations, trace is null ? null : merged);
        return new ExtractionResult(text, context.Province, context.Period, hints.Title ?? Title(text), buffers.Observations.ToArray()) { Notes = sentences.Notes };
    }

    static string? Title(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        return line.Length is > 0 and <= LongestTitle ? line.Trim().ToString() : null;
    }
}

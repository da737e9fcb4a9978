using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Where the words of a statement stand among the document's tokens: the first, and one past the last.</summary>
/// <param name="Subject">What it is of.</param>
/// <param name="Head">The words that its subject shares with its neighbours in a list; empty for none.</param>
/// <param name="Noun">What is counted.</param>
/// <param name="Lead">The words between subject and number, with the subject where they go on from it: <c>mới</c> ends the one and leads to the other.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct StatementWords((int First, int End) Subject, (int First, int End) Head, (int First, int End) Noun, (int First, int End) Lead)
{
    /// <summary>The words of a statement.</summary>
    public static StatementWords Of(ChunkedSentence sentence, Statement statement)
    {
        var anchor = statement.Anchor;
        var noun = statement.Level is { } level ? (TokenOf(sentence, level.NounFirst), TokenOf(sentence, level.NounEnd)) : (anchor.End, anchor.End);
        var lead = (statement.Subject.To == anchor.Lead ? statement.Subject.From : anchor.Lead, anchor.Chunk);
        return new StatementWords(Tokens(sentence, statement.Subject), Tokens(sentence, statement.Head), noun, Tokens(sentence, lead));
    }

    /// <summary>The token with which a chunk begins, or the sentence ends.</summary>
    public static int TokenOf(ChunkedSentence sentence, int chunk) => chunk < sentence.Chunks.Count ? sentence[chunk].First : sentence.Chunks[^1].End;

    static (int First, int End) Tokens(ChunkedSentence sentence, (int From, int To) range) =>
        range.To <= range.From ? (0, 0) : (sentence[range.From].First, sentence[range.To - 1].End);
}

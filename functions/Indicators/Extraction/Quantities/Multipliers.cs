using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Multiplier words behind a number: <c>nghìn</c>, <c>triệu tỷ</c>.</summary>
static class Multipliers
{
    /// <summary>No multiplier of a text is greater: <c>triệu tỷ</c>.</summary>
    public const decimal Most = 1e15m;

    /// <summary>The product of the multiplier words from a token on; 1 where there are none.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="tokens">The tokens, to the end of the sentence or cell.</param>
    /// <param name="first">The first token that may be one.</param>
    /// <param name="next">One past the last word taken.</param>
    public static decimal Read(Lexicon lexicon, ReadOnlySpan<Token> tokens, int first, out int next)
    {
        next = first;
        var factor = 1m;
        while (next < tokens.Length && lexicon.Longest(tokens, next, out var entry) is > 0 and var length && entry!.Tag == PhraseTag.Multiplier && entry.Factor <= Most / factor)
        {
            factor *= entry.Factor;
            next += length;
        }

        return factor;
    }
}

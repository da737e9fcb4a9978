using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Text;

/// <summary>Finds sentences: a line is a paragraph.</summary>
static class Segmenter
{
    /// <summary>A longer run of tokens is cut, so that the work for any text grows with its length only.</summary>
    const int LongestSentence = 800;

    /// <summary>Adds the sentences of a text to a list, in order.</summary>
    /// <param name="words">The words that tell how documents are built.</param>
    /// <param name="text">The text as written: capitals tell where a sentence begins.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">The list.</param>
    public static void Split(DocumentWords words, string text, ReadOnlySpan<Token> tokens, List<Sentence> sentences)
    {
        var (first, line, paragraph, numbers) = (0, 0, 0, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number) numbers = true;
            var broken = tokens[i].Kind == TokenKind.Break;
            if (!broken && i - first < LongestSentence && (!IsStop(words, text, tokens, i) || IsBehindMark(words, text, tokens, line, i))) continue;
            Add(i + 1);
            if (!broken) continue;
            paragraph++;
            line = i + 1;
        }

        Add(tokens.Length);

        void Add(int end)
        {
            if (end > first) sentences.Add(new Sentence(first, end, paragraph, numbers));
            (first, numbers) = (end, false);
        }
    }

    static bool IsStop(DocumentWords words, string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (tokens[i].Kind != TokenKind.Mark || (char)tokens[i].Word is not ('.' or '!' or '?' or '…') || i + 1 == tokens.Length) return false;
        var next = tokens[i + 1];
        if (next.Touches(tokens[i]) || (tokens[i].Is('.') && i > 0 && IsAbbreviation(words, text, tokens[i - 1]))) return false;
        return next.Kind switch
        {
            TokenKind.Word => char.IsUpper(text[next.Start]),
            TokenKind.Number => true,
            TokenKind.Mark => (char)next.Word is '"' or '“' or '-' or '+' or '•' or '(',
            _ => false,
        };
    }

    static bool IsBehindMark(DocumentWords words, string text, ReadOnlySpan<Token> tokens, int line, int i) =>
        (i == line + 1 && IsListMark(text, tokens[line])) || (i == line + 2 && Structure.LineMark.IsPart(words, text, tokens[line]) && IsListMark(text, tokens[line + 1]));

    /// <summary>The <c>1</c>, <c>IV</c> or <c>a</c> with which a line begins: the stop behind it ends no sentence.</summary>
    static bool IsListMark(string text, Token token)
    {
        var mark = text.AsSpan(token.Start, token.End - token.Start);
        return token.Kind == TokenKind.Number ? mark.Length <= 5 && !mark.Contains(',') : mark.Length == 1 || (mark.Length <= 5 && !mark.ContainsAnyExcept("IVX"));
    }

    /// <summary><c>TP. Hồ Chí Minh</c>, <c>Th.S</c>: with a capital, as a letter or a word of the same shape may stand there without.</summary>
    static bool IsAbbreviation(DocumentWords words, string text, Token before) =>
        before.Kind == TokenKind.Word && words.Abbreviations.Contains(before.Word) && (char.IsUpper(text[before.Start]) || words.TypedSmall.Contains(before.Word));
}

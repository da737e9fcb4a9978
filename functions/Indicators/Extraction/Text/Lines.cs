using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Text;

/// <summary>Takes out the line ends inside sentences, so that the later stages see none but those that part paragraphs.</summary>
static class Lines
{
    /// <summary>A line that breaks off before an ordinal has more words.</summary>
    const int FewestWords = 5;

    /// <summary>Moves the tokens together over the ends of lines that the next line goes on from.</summary>
    /// <param name="text">The text as written: capitals tell where a sentence begins.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="lexicon">Tells words that want a number behind them.</param>
    /// <returns>How many are left.</returns>
    public static int Join(string text, Span<Token> tokens, Lexicon lexicon)
    {
        var kept = 0;
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Kind != TokenKind.Break || !GoesOn(text, tokens, i, lexicon)) tokens[kept++] = tokens[i];
        return kept;
    }

    static bool GoesOn(string text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        if (i == 0 || i + 1 == tokens.Length || tokens[i - 1].Kind == TokenKind.Break || tokens[i - 1].Is('.')) return false;
        var next = tokens[i + 1];
        return next.Kind switch
        {
            TokenKind.Word => char.IsLower(text[next.Start]) && !IsItemLetter(tokens, i + 1),
            TokenKind.Number => (WantsNumber(tokens, i - 1, lexicon) && !IsItemNumber(tokens, i + 1)) || (i > 1 && IsStroke(tokens, i - 1, i - 2)),
            TokenKind.Mark => tokens[i - 1].Kind == TokenKind.Number && (next.Is('%') || (i + 2 < tokens.Length && IsStroke(tokens, i + 1, i + 2))),
            _ => false,
        };
    }

    /// <summary>Whether a stroke touches the number on its own line: <c>32</c> over <c>/63</c>, <c>32/</c> over <c>63</c> are one fraction.</summary>
    static bool IsStroke(ReadOnlySpan<Token> tokens, int stroke, int number) =>
        tokens[stroke].Is('/') && tokens[number].Kind == TokenKind.Number && (number < stroke ? tokens[stroke].Touches(tokens[number]) : tokens[number].Touches(tokens[stroke]));

    /// <summary>Whether a line ends in <c>đạt</c>, <c>tăng</c>, <c>trên</c>, <c>năm</c> or a comma.</summary>
    static bool WantsNumber(ReadOnlySpan<Token> tokens, int last, Lexicon lexicon)
    {
        if (tokens[last].Kind == TokenKind.Mark) return tokens[last].Is(',') || tokens[last].Is('(');
        if (lexicon.Longest(tokens[..(last + 1)], last, out var entry) > 0 && entry!.Tag == PhraseTag.Ordinal) return !IsShort(tokens, last);
        return entry is not null
            && entry.Tag is PhraseTag.About or PhraseTag.Over or PhraseTag.Under or PhraseTag.Estimated or PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Ratio
                or PhraseTag.Times or PhraseTag.Reach or PhraseTag.ReachesLevel or PhraseTag.Downto or PhraseTag.Versus or PhraseTag.Function
            || entry is { Tag: PhraseTag.Unit, Unit: "year" or "day" } or { Tag: PhraseTag.Duration };
    }

    /// <summary><c>Cấp xã</c>, over <c>103/103 xã có trung tâm</c>: a heading, and no line that goes on.</summary>
    static bool IsShort(ReadOnlySpan<Token> tokens, int last)
    {
        for (var i = last; i >= 0 && i > last - FewestWords; i--)
            if (tokens[i].Kind == TokenKind.Break) return true;
        return last < FewestWords - 1;
    }

    /// <summary>Whether a single letter counts the items of a list: <c>b)</c>, <c>c.</c>.</summary>
    static bool IsItemLetter(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].End - tokens[i].Start == 1 && i + 1 < tokens.Length && (tokens[i + 1].Is(')') || tokens[i + 1].Is('.')) && tokens[i + 1].Touches(tokens[i]);

    /// <summary>Whether a number counts the items of a list: <c>2.</c>, <c>2)</c>, <c>2/</c>.</summary>
    static bool IsItemNumber(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i].End - tokens[i].Start <= 2 && (tokens[i + 1].Is('.') || tokens[i + 1].Is(')')
            || (tokens[i + 1].Is('/') && !(i + 2 < tokens.Length && tokens[i + 2].Touches(tokens[i + 1]))));
}

using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>Tells by the words around a period what it is for.</summary>
sealed class PeriodSurroundings
{
    /// <summary>How many words before a period <c>so với</c> may stand.</summary>
    const int ComparedReach = 6;

    readonly Lexicon lexicon;
    readonly Words common;
    readonly PeriodWords periods;

    /// <summary>For each word, counted from <see cref="Vocabulary.FirstWord"/>, whether a period may begin with it; most do not.</summary>
    bool[] beginnings = [];

    public PeriodSurroundings(PeriodWords periods, Words common, Lexicon lexicon)
    {
        (this.periods, this.common, this.lexicon) = (periods, common, lexicon);
        Begin([periods.Year, periods.Month, periods.Quarter, periods.Same, periods.First, periods.Last, periods.End, periods.Day, periods.IndexName, periods.Half, periods.Term, periods.Whole, periods.QuarterLetter]);
        foreach (var phrases in (ReadOnlySpan<PhraseSet>)[periods.SamePeriod, periods.SameTime, periods.Spans, periods.Aforesaid]) Begin(phrases.FirstWords);
        foreach (var numbers in (ReadOnlySpan<Dictionary<int, int>>)[periods.Numbers, periods.ShortQuarters, periods.ShortMonths, periods.ShortCounts]) Begin(numbers.Keys);
    }

    /// <summary>Whether a period is what something is compared with: <c>so với kết quả năm 2023</c>, <c>hơn năm 2023</c>, <c>bằng 120% tháng 3/2023</c>.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">The first token of the period.</param>
    public bool IsCompared(ReadOnlySpan<Token> tokens, int first)
    {
        if (first < 2) return false;
        var before = tokens[first - 1];
        if (first > 2 && (before.Is('%') || IsWord(before, periods.Times)) && tokens[first - 2].Kind == TokenKind.Number) return tokens[first - 3].Kind == TokenKind.Word && periods.Ratios.Contains(tokens[first - 3].Word);
        if (before.Kind != TokenKind.Word) return false;
        if (periods.Comparing.Contains(before.Word)) return true;
        for (var i = first - 1; i >= 0 && i >= first - ComparedReach && tokens[i].Kind == TokenKind.Word; i--)
            if (IsWord(tokens[i], periods.Than)) return true;
        return false;
    }

    /// <summary>Whether a period may begin with a word.</summary>
    public bool Begins(int word) => word - Vocabulary.FirstWord is var at && (uint)at < (uint)beginnings.Length && beginnings[at];

    void Begin(IEnumerable<int> first)
    {
        foreach (var word in first)
        {
            var at = word - Vocabulary.FirstWord;
            if (at >= beginnings.Length) Array.Resize(ref beginnings, at + 1);
            beginnings[at] = true;
        }
    }

    static bool IsWord(Token token, int word) => token.Kind == TokenKind.Word && token.Word == word;

    /// <summary>Whether a clause may go on with a word behind <c>trong năm</c>, which then names no time further.</summary>
    public bool GoesOn(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Word && (periods.GoingOn.Contains(tokens[i].Word)
        || (lexicon.Longest(tokens, i, out var entry) > 0 && entry!.Tag is PhraseTag.Reach or PhraseTag.Downto or PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Estimated));

    /// <summary>Whether <c>n tháng</c> between these words is a length of time and not the first n months of a year.</summary>
    public bool IsLength(int before, int behind) => periods.Lengths.Contains(before) || periods.LengthsBehind.Contains(behind);

    /// <summary>Whether four digits are an amount and no year: <c>đạt 2010</c>, <c>là 1998 thuê bao</c>, <c>tổ chức 2015 buổi</c>.</summary>
    public bool IsAmount(ReadOnlySpan<Token> tokens, int i)
    {
        if (IsWord(i - 1, periods.More, tokens)) return true;
        // Đến 2025 hộ nghèo còn 2%; in tăng đến 2015 hộ it is how many.
        if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && periods.UpTo.Contains(tokens[i - 1].Word) && lexicon.Before(tokens, i - 1) == PhraseTag.None) return false;
        var before = lexicon.Before(tokens, i);
        if (i + 1 < tokens.Length && periods.Counted.BeginAt(tokens, i + 1))
            return before is not (PhraseTag.Plan or PhraseTag.Versus or PhraseTag.Review or PhraseTag.AsOf) && !(i > 0 && common.Indices.BeginAt(tokens, i - 1)); // PCI 2022 doanh nghiệp đánh giá.
        return before switch
        {
            PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Downto or PhraseTag.About or PhraseTag.Over or PhraseTag.Under => true,
            // Năm gốc là 2010, so với 2022: these words lead to years too.
            PhraseTag.Reach => !(IsWord(i - 1, common.Is, tokens) || IsWord(i - 1, common.With, tokens)) || IsNoun(tokens, i + 1),
            PhraseTag.ReachesLevel or PhraseTag.Estimated => IsNoun(tokens, i + 1),
            _ => false,
        };
    }

    /// <summary>Whether a word stands there that is neither a preposition nor a verb.</summary>
    bool IsNoun(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].Kind == TokenKind.Word && (lexicon.Longest(tokens, i, out var entry) == 0 || entry!.Tag is PhraseTag.FixedPhrase or PhraseTag.Ordinal or PhraseTag.Unit or PhraseTag.Multiplier);

    static bool IsWord(int i, int word, ReadOnlySpan<Token> tokens) => i >= 0 && IsWord(tokens[i], word);
}

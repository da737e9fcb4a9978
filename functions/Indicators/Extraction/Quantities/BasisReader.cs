using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds what a number is compared with.</summary>
sealed class BasisReader(Language language, Token[] tokens)
{
    /// <summary><c>tháng có trị giá xuất khẩu thấp nhất</c> has rarely more chunks.</summary>
    const int MostDescribing = 16;

    /// <summary>A basis farther from <c>so với</c> than so many words is part of some other name.</summary>
    const int MostBasisWords = 6;

    readonly PeriodWords periods = language.PeriodWords;

    /// <summary>Looks for <c>so với …</c>, or a basis without it, up to the next quantity or the end of the clause.</summary>
    public void Read(ChunkedSentence sentence, Quantity quantity)
    {
        quantity.BasisEnd = quantity.Chunk + 1;
        if (quantity.Basis is not null) return;
        var versus = false;
        var plain = 0;
        for (var i = quantity.Chunk + 1; i < sentence.Chunks.Count; i++)
        {
            var chunk = sentence[i];
            if (chunk.Is(')') && !versus && sentence.Opening(i) is var open && open >= 0 && open < quantity.Chunk) { plain = 0; continue; }
            if (chunk.Is('(') && sentence.Closing(i) is var close && sentence.HasQuantity(i, close)) { i = close; plain = 0; continue; }
            if (chunk.Is(',') && !versus && (VersusFollows(sentence, i) || (quantity.Verb != PhraseTag.Reach && EndsWithVersus(sentence, i)))) continue;
            if (chunk.Kind == ChunkKind.Quantity || sentence.Parts(i)) return;
            if (chunk.Is(PhraseTag.Versus))
            {
                if (Described(sentence, i) is > 0 and var described)
                {
                    Found(sentence, quantity, described, new BasisMention(sentence[described].Period!));
                    return;
                }

                (versus, plain) = (true, 0);
                continue;
            }

            if (chunk.Kind == ChunkKind.Phrase && chunk.Tag is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.ReachesLevel or PhraseTag.Downto or PhraseTag.OfWhich or PhraseTag.Clause) return;
            if (chunk.Kind == ChunkKind.Period)
            {
                if (chunk.Period!.Reference == Periods.PeriodReference.Within) continue;
                if (!versus && (plain > 1 || !IsBasisByItself(chunk, quantity))) return;
                Found(sentence, quantity, i, Named(chunk));
                return;
            }

            if (chunk.Is(PhraseTag.Plan) && (versus || plain <= 1))
            {
                Found(sentence, quantity, i, BasisMention.Plan);
                return;
            }

            if (chunk.Kind is ChunkKind.Word && ++plain > MostBasisWords) return;
        }
    }

    /// <summary><c>So với năm 2022, số trạm tăng 76</c>: a basis that stands before what is compared.</summary>
    public void ReadLeading(ChunkedSentence sentence)
    {
        if (!sentence.Has(PhraseTag.Versus)) return;
        for (var i = 0; i < sentence.Chunks.Count; i++)
        {
            if (!sentence[i].Is(PhraseTag.Versus)) continue;
            if (Described(sentence, i) is > 0 and var described && new BasisMention(sentence[described].Period!) is var bracketed)
            {
                if (!IsKnown(sentence, bracketed, i)) sentence.LeadingBases.Add((described, bracketed));
                continue;
            }

            var j = i + 1;
            for (; j < sentence.Chunks.Count && j <= i + MostBasisWords && !sentence.Parts(j) && sentence[j].Kind != ChunkKind.Quantity; j++)
            {
                if (!sentence[j].Is(PhraseTag.Plan) && sentence[j].Period is null) continue;
                var basis = sentence[j].Period is not null ? Named(sentence[j]) : BasisMention.Plan;
                if (!IsKnown(sentence, basis, i)) sentence.LeadingBases.Add((basis.IsPlan ? EndOfPlan(sentence, j) : j, basis));
                break;
            }

            if (sentence[j].Is(',') && j > i + 1 && (i == 0 || sentence.Parts(i - 1))) sentence.LeadingBases.Add((j, BasisMention.Other));
        }
    }

    /// <summary><c>so với cuối năm ngoái</c> is against the year's end, whatever part of a year the value is of.</summary>
    BasisMention Named(Chunk chunk)
    {
        var period = chunk.Period!;
        var atEnd = period.Reference == Periods.PeriodReference.PreviousYear && chunk.First > 0 && tokens[chunk.First - 1].Kind == TokenKind.Word && periods.YearEnds.Contains(tokens[chunk.First - 1].Word);
        return new BasisMention(atEnd ? period with { Reference = Periods.PeriodReference.StartOfYear } : period);
    }

    /// <summary><c>so với tháng có trị giá thấp nhất (tháng 4 …)</c>, <c>so với thời điểm bắt đầu Đề án (năm 2020)</c>: the period in brackets is the one described before them; 0 for none.</summary>
    int Described(ChunkedSentence sentence, int versus)
    {
        var noun = sentence[versus + 1];
        if (!(noun.Kind == ChunkKind.Word || noun.Is(PhraseTag.Duration))) return 0;
        var word = noun.FirstWord(tokens);
        PeriodKind? kind = word == periods.Month ? PeriodKind.Month : word == periods.Quarter ? PeriodKind.Quarter : word == periods.Year ? PeriodKind.Year : null;
        if (kind is null && word != periods.Time) return 0;
        for (var i = versus + 2; i <= versus + MostDescribing && i < sentence.Chunks.Count; i++)
        {
            if (sentence[i].Is('(')) return sentence[i + 1].Period is { Reference: Periods.PeriodReference.Named, Period: { } named } && (kind is null || named.Kind == kind) ? i + 1 : 0;
            if (sentence.Parts(i) || sentence[i].Kind == ChunkKind.Quantity || sentence[i].Period is { Reference: not Periods.PeriodReference.Within }) return 0;
        }

        return 0;
    }

    /// <summary><c>So với kế hoạch tỉnh giao, …</c>: the words up to the comma are the plan's.</summary>
    static int EndOfPlan(ChunkedSentence sentence, int plan)
    {
        var end = plan;
        while (sentence[end + 1].Kind is ChunkKind.Word or ChunkKind.Period) end++;
        return sentence[end + 1].Is(',') ? end : plan;
    }

    /// <summary>Whether a quantity behind a chunk, or around it, has the basis already.</summary>
    static bool IsKnown(ChunkedSentence sentence, BasisMention basis, int i)
    {
        foreach (var quantity in sentence.Quantities)
            if (quantity.Basis == basis && (quantity.Chunk > i || quantity.BasisEnd > i)) return true;
        return false;
    }

    /// <summary>Whether only words stand between a comma and <c>so với</c>: the comma is inside an enumeration.</summary>
    static bool VersusFollows(ChunkedSentence sentence, int comma)
    {
        for (var i = comma + 1; i <= comma + 5 && i < sentence.Chunks.Count; i++)
        {
            if (sentence[i].Is(PhraseTag.Versus)) return i > comma + 1;
            if (sentence[i].Kind != ChunkKind.Word) return false;
        }

        return false;
    }

    /// <summary><c>tăng 41 trạm, tương ứng 4,2%, so với năm 2022</c>: a basis behind a comma with which the clause ends is of what stands before it.</summary>
    static bool EndsWithVersus(ChunkedSentence sentence, int comma)
    {
        if (!sentence[comma + 1].Is(PhraseTag.Versus)) return false;
        for (var i = comma + 2; i <= comma + MostBasisWords; i++)
            if (sentence[i].Period is not null) return i + 1 >= sentence.Chunks.Count || sentence[i + 1].Is('.') || sentence[i + 1].Is(';');
        return false;
    }

    /// <summary>
    /// Marks the changes that are told against neither a time nor the plan: <c>cao hơn mức chung cả nước 5%</c>, <c>thấp hơn 5% so với bình quân cả nước</c>.
    /// No basis is carried to them.
    /// </summary>
    public void ReadOthers(ChunkedSentence sentence)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity is not { Role: Role.Change, Basis: null }) continue;
            var comparative = IsComparative(sentence[quantity.Lead]);
            for (var i = quantity.Lead + 1; comparative && i < quantity.Chunk && quantity.Basis is null; i++)
                if (sentence[i].Kind == ChunkKind.Word) quantity.Basis = BasisMention.Other;
            if (quantity.Basis is null && OtherBehind(sentence, quantity, comparative) is > 0 and var end) (quantity.Basis, quantity.BasisEnd) = (BasisMention.Other, end);
        }
    }

    /// <summary>Where the words end that name another basis behind a change; 0 where there are none.</summary>
    static int OtherBehind(ChunkedSentence sentence, Quantity quantity, bool comparative)
    {
        var named = comparative && quantity.Unit is not null;
        var (versus, words) = (false, 0);
        var i = quantity.Chunk + 1;
        for (; i < sentence.Chunks.Count && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i++)
        {
            if (sentence[i].Period is not null || sentence[i].Is(PhraseTag.Plan) || (sentence[i].Kind == ChunkKind.Phrase && sentence[i].Tag is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.ReachesLevel or PhraseTag.Downto or PhraseTag.Clause)) break;
            if (sentence[i].Is(PhraseTag.Versus)) (named, versus, words) = (true, true, 0);
            else if (sentence[i].Kind == ChunkKind.Word) words++;
            else if (words == 0) named &= versus;
        }

        return named && words > 0 && sentence[i].Period is null && !sentence[i].Is(PhraseTag.Plan) ? i : 0;
    }

    /// <summary><c>cao hơn</c>, <c>kém</c>: verbs behind which stands what is compared with.</summary>
    bool IsComparative(Chunk chunk) =>
        chunk.Kind == ChunkKind.Phrase && chunk.Tag is PhraseTag.Rise or PhraseTag.Fall && language.QuantityWords.ComparativeEnds.Contains(chunk.LastWord(tokens));

    static bool IsBasisByItself(Chunk chunk, Quantity quantity) =>
        chunk.Period!.Reference == Periods.PeriodReference.SamePeriod
        || (chunk.Period.Reference is Periods.PeriodReference.PreviousYear or Periods.PeriodReference.Preceding or Periods.PeriodReference.StartOfYear && quantity.Verb is PhraseTag.Times or PhraseTag.Ratio)
        || (chunk.Period is { Reference: Periods.PeriodReference.Named, Period: { } named }
            && (quantity.Verb is PhraseTag.Times or PhraseTag.Ratio || (chunk.Period.HasYear && quantity.Verb is PhraseTag.Rise or PhraseTag.Fall && named.Kind == PeriodKind.Year)));

    /// <summary>The words up to the end of the clause belong to the basis: <c>kế hoạch UBND tỉnh giao</c>.</summary>
    static void Found(ChunkedSentence sentence, Quantity quantity, int at, BasisMention basis)
    {
        quantity.Basis = basis;
        var end = at + 1;
        if (basis.IsPlan)
            while (end < sentence.Chunks.Count && !sentence.Parts(end) && sentence[end].Kind is ChunkKind.Word or ChunkKind.Period && sentence[end].Quantity is null) end++;
        quantity.BasisEnd = end;
    }
}

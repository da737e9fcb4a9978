using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds what a number is compared with.</summary>
sealed class BasisReader(char[] text, Token[] tokens)
{
    /// <summary><c>tháng có trị giá xuất khẩu thấp nhất</c> has rarely more pieces.</summary>
    const int MostDescribing = 16;

    /// <summary>A basis farther from <c>so với</c> than so many words is part of some other name.</summary>
    const int MostBasisWords = 6;

    /// <summary>Looks for <c>so với …</c>, or a basis without it, up to the next quantity or the end of the clause.</summary>
    public void Read(SentencePieces sentence, Quantity quantity)
    {
        quantity.BasisEnd = quantity.Piece + 1;
        if (quantity.Basis is not null) return;
        var versus = false;
        var plain = 0;
        for (var i = quantity.Piece + 1; i < sentence.Pieces.Count; i++)
        {
            var piece = sentence[i];
            if (piece.Is(')') && !versus && sentence.Opening(i) is var open && open >= 0 && open < quantity.Piece) { plain = 0; continue; }
            if (piece.Is('(') && sentence.Closing(i) is var close && sentence.HasQuantity(i, close)) { i = close; plain = 0; continue; }
            if (piece.Is(',') && !versus && (VersusFollows(sentence, i) || (quantity.Verb != Sense.Reach && EndsWithVersus(sentence, i)))) continue;
            if (piece.Kind == PieceKind.Quantity || sentence.Parts(i)) return;
            if (piece.Is(Sense.Versus))
            {
                if (Described(sentence, i) is > 0 and var described)
                {
                    Found(sentence, quantity, described, new BasisMention(sentence[described].Period!));
                    return;
                }

                (versus, plain) = (true, 0);
                continue;
            }

            if (piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall or Sense.Cut or Sense.Onto or Sense.Downto or Sense.Thereof or Sense.Clause) return;
            if (piece.Kind == PieceKind.Period)
            {
                if (piece.Period!.Reference == Periods.PeriodReference.Within) continue;
                if (!versus && (plain > 1 || !IsBasisByItself(piece, quantity))) return;
                Found(sentence, quantity, i, Named(piece));
                return;
            }

            if (piece.Is(Sense.Plan) && (versus || plain <= 1))
            {
                Found(sentence, quantity, i, BasisMention.Plan);
                return;
            }

            if (piece.Kind is PieceKind.Word && ++plain > MostBasisWords) return;
        }
    }

    /// <summary><c>So với năm 2022, số trạm tăng 76</c>: a basis that stands before what is compared.</summary>
    public void ReadLeading(SentencePieces sentence)
    {
        if (!sentence.Has(Sense.Versus)) return;
        for (var i = 0; i < sentence.Pieces.Count; i++)
        {
            if (!sentence[i].Is(Sense.Versus)) continue;
            if (Described(sentence, i) is > 0 and var described && new BasisMention(sentence[described].Period!) is var bracketed)
            {
                if (!IsKnown(sentence, bracketed, i)) sentence.LeadingBases.Add((described, bracketed));
                continue;
            }

            var j = i + 1;
            for (; j < sentence.Pieces.Count && j <= i + MostBasisWords && !sentence.Parts(j) && sentence[j].Kind != PieceKind.Quantity; j++)
            {
                if (!sentence[j].Is(Sense.Plan) && sentence[j].Period is null) continue;
                var basis = sentence[j].Period is not null ? Named(sentence[j]) : BasisMention.Plan;
                if (!IsKnown(sentence, basis, i)) sentence.LeadingBases.Add((basis.IsPlan ? EndOfPlan(sentence, j) : j, basis));
                break;
            }

            if (sentence[j].Is(',') && j > i + 1 && (i == 0 || sentence.Parts(i - 1))) sentence.LeadingBases.Add((j, BasisMention.Other));
        }
    }

    /// <summary><c>so với cuối năm ngoái</c> is against the year's end, whatever part of a year the value is of.</summary>
    BasisMention Named(Piece piece)
    {
        var period = piece.Period!;
        var atEnd = period.Reference == Periods.PeriodReference.PreviousYear && piece.First > 0 && text.AsSpan(tokens[piece.First - 1].Start, tokens[piece.First - 1].End - tokens[piece.First - 1].Start) is "cuối" or "hết";
        return new BasisMention(atEnd ? period with { Reference = Periods.PeriodReference.StartOfYear } : period);
    }

    /// <summary><c>so với tháng có trị giá thấp nhất (tháng 4 …)</c>: the period in brackets is the one described before them; 0 for none.</summary>
    int Described(SentencePieces sentence, int versus)
    {
        var noun = sentence[versus + 1];
        var kind = !(noun.Kind == PieceKind.Word || noun.Is(Sense.Duration)) ? PeriodKind.Span : text.AsSpan(tokens[noun.First].Start, tokens[noun.First].End - tokens[noun.First].Start) switch
        {
            "tháng" => PeriodKind.Month,
            "quý" => PeriodKind.Quarter,
            "năm" => PeriodKind.Year,
            _ => PeriodKind.Span,
        };
        if (kind == PeriodKind.Span) return 0;
        for (var i = versus + 2; i <= versus + MostDescribing && i < sentence.Pieces.Count; i++)
        {
            if (sentence[i].Is('(')) return sentence[i + 1].Period is { Reference: Periods.PeriodReference.Named, Period: { } named } && named.Kind == kind ? i + 1 : 0;
            if (sentence.Parts(i) || sentence[i].Kind == PieceKind.Quantity || sentence[i].Period is { Reference: not Periods.PeriodReference.Within }) return 0;
        }

        return 0;
    }

    /// <summary><c>So với kế hoạch tỉnh giao, …</c>: the words up to the comma are the plan's.</summary>
    static int EndOfPlan(SentencePieces sentence, int plan)
    {
        var end = plan;
        while (sentence[end + 1].Kind is PieceKind.Word or PieceKind.Period) end++;
        return sentence[end + 1].Is(',') ? end : plan;
    }

    /// <summary>Whether a quantity behind a piece, or around it, has the basis already.</summary>
    static bool IsKnown(SentencePieces sentence, BasisMention basis, int i)
    {
        foreach (var quantity in sentence.Quantities)
            if (quantity.Basis == basis && (quantity.Piece > i || quantity.BasisEnd > i)) return true;
        return false;
    }

    /// <summary>Whether only words stand between a comma and <c>so với</c>: the comma is inside an enumeration.</summary>
    static bool VersusFollows(SentencePieces sentence, int comma)
    {
        for (var i = comma + 1; i <= comma + 5 && i < sentence.Pieces.Count; i++)
        {
            if (sentence[i].Is(Sense.Versus)) return i > comma + 1;
            if (sentence[i].Kind != PieceKind.Word) return false;
        }

        return false;
    }

    /// <summary><c>tăng 41 trạm, tương ứng 4,2%, so với năm 2022</c>: a basis behind a comma with which the clause ends is of what stands before it.</summary>
    static bool EndsWithVersus(SentencePieces sentence, int comma)
    {
        if (!sentence[comma + 1].Is(Sense.Versus)) return false;
        for (var i = comma + 2; i <= comma + MostBasisWords; i++)
            if (sentence[i].Period is not null) return i + 1 >= sentence.Pieces.Count || sentence[i + 1].Is('.') || sentence[i + 1].Is(';');
        return false;
    }

    /// <summary>
    /// Marks the changes that are told against neither a time nor the plan: <c>cao hơn mức chung cả nước 5%</c>, <c>thấp hơn 5% so với bình quân cả nước</c>.
    /// No basis is carried to them.
    /// </summary>
    public void ReadOthers(SentencePieces sentence)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity is not { Role: Role.Change, Basis: null }) continue;
            var comparative = IsComparative(sentence[quantity.Lead]);
            for (var i = quantity.Lead + 1; comparative && i < quantity.Piece && quantity.Basis is null; i++)
                if (sentence[i].Kind == PieceKind.Word) quantity.Basis = BasisMention.Other;
            if (quantity.Basis is null && OtherBehind(sentence, quantity, comparative) is > 0 and var end) (quantity.Basis, quantity.BasisEnd) = (BasisMention.Other, end);
        }
    }

    /// <summary>Where the words end that name another basis behind a change; 0 where there are none.</summary>
    static int OtherBehind(SentencePieces sentence, Quantity quantity, bool comparative)
    {
        var named = comparative && quantity.Unit is not null;
        var (versus, words) = (false, 0);
        var i = quantity.Piece + 1;
        for (; i < sentence.Pieces.Count && !sentence.Parts(i) && sentence[i].Kind != PieceKind.Quantity; i++)
        {
            if (sentence[i].Period is not null || sentence[i].Is(Sense.Plan) || (sentence[i].Kind == PieceKind.Phrase && sentence[i].Sense is Sense.Rise or Sense.Fall or Sense.Onto or Sense.Downto or Sense.Clause)) break;
            if (sentence[i].Is(Sense.Versus)) (named, versus, words) = (true, true, 0);
            else if (sentence[i].Kind == PieceKind.Word) words++;
            else if (words == 0) named &= versus;
        }

        return named && words > 0 && sentence[i].Period is null && !sentence[i].Is(Sense.Plan) ? i : 0;
    }

    /// <summary><c>cao hơn</c>, <c>kém</c>: verbs behind which stands what is compared with.</summary>
    bool IsComparative(Piece piece) =>
        piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall && text.AsSpan(tokens[piece.End - 1].Start, tokens[piece.End - 1].End - tokens[piece.End - 1].Start) is "hơn" or "kém" or "thua";

    static bool IsBasisByItself(Piece piece, Quantity quantity) =>
        piece.Period!.Reference == Periods.PeriodReference.SamePeriod
        || (piece.Period.Reference is Periods.PeriodReference.PreviousYear or Periods.PeriodReference.Preceding && quantity.Verb is Sense.Times or Sense.Ratio)
        || (piece.Period is { Reference: Periods.PeriodReference.Named, Period: { } named }
            && (quantity.Verb is Sense.Times or Sense.Ratio || (piece.Period.HasYear && quantity.Verb is Sense.Rise or Sense.Fall && named.Kind == PeriodKind.Year)));

    /// <summary>The words up to the end of the clause belong to the basis: <c>kế hoạch UBND tỉnh giao</c>.</summary>
    static void Found(SentencePieces sentence, Quantity quantity, int at, BasisMention basis)
    {
        quantity.Basis = basis;
        var end = at + 1;
        if (basis.IsPlan)
            while (end < sentence.Pieces.Count && !sentence.Parts(end) && sentence[end].Kind is PieceKind.Word or PieceKind.Period && sentence[end].Quantity is null) end++;
        quantity.BasisEnd = end;
    }
}

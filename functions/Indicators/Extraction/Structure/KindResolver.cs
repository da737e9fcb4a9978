using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Tells whether a figure was reached or is wanted.</summary>
sealed class KindResolver(TokenizedText tokenized, DocumentContext context)
{
    readonly Period? document = context.Period;
    readonly Token[] tokens = tokenized.Tokens;
    Node node = new(null, NodeLevel.Document);
    SentencePieces? sentence;

    /// <summary>Takes in the pieces of the next sentence.</summary>
    public void Open(Node next, SentencePieces pieces) => (node, sentence) = (next, pieces);

    /// <summary>The kind of a figure.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="named">The period that its sentence names for it.</param>
    /// <param name="of">Its period.</param>
    public Kind Of(Quantity quantity, NamedPeriod named, Period? of)
    {
        if (quantity.LevelOf is { Period: not null }) return Kind.Actual;
        var later = of is { } p && document is { } reported && p.FinalYear > reported.FinalYear;
        if (IsWanted(quantity) || IsPlanned(quantity) || (!quantity.Forecast && of is { } end && IsToCome(quantity, end))) return Kind.Target;
        if (later && !IsState(named, of!.Value) && !IsPast(of.Value) && !IsEstimate(quantity)) return Kind.Target;
        return node.InForce(n => n.Kind) is { Value: Kind.Target } && !IsReached(quantity, named) && !IsEstimate(quantity) ? Kind.Target : Kind.Actual;
    }

    /// <summary>Whether the sentence says before the number that it is wanted; <c>hiện nay</c> ends that.</summary>
    bool IsWanted(Quantity quantity)
    {
        for (var i = quantity.Piece - 1; i >= 0; i--)
        {
            if (sentence![i].Is(Sense.Now)) return false;
            if (sentence[i].Is(Sense.Goal) && !IsEffort(i)) return true;
        }

        return false;
    }

    /// <summary><c>sẽ nâng lên 120 trạm vào cuối năm</c>, written before the year's end.</summary>
    bool IsToCome(Quantity quantity, Period end)
    {
        if ((context.Written ?? document) is not { } written || (end.Year, end.EndMonth).CompareTo((written.FinalYear, written.EndMonth)) <= 0) return false;
        for (var i = quantity.Piece - 1; i >= 0 && !sentence![i].Is(';') && sentence[i].Kind != PieceKind.Quantity; i--)
            if (sentence[i].Kind == PieceKind.Phrase && Word(i) is "sẽ") return true;
        return false;
    }

    /// <summary><c>đã nỗ lực phấn đấu, hoàn thành</c>: striving that led to something.</summary>
    bool IsEffort(int goal)
    {
        for (var i = goal - 1; i >= 0 && i >= goal - 4 && !sentence!.Parts(i); i--)
            if (Word(i) is "đã" or "nỗ") return true;
        return false;
    }

    /// <summary><c>kế hoạch là 80%</c>, <c>dự toán thu năm 2024 của tỉnh là 5.000 tỷ đồng</c>.</summary>
    bool IsPlanned(Quantity quantity)
    {
        if (quantity is not { Role: Role.Level, Total: null }) return false;
        if (TellsPlan()) return true;
        if (quantity.Verb != Sense.Reach) return false;
        for (var i = quantity.Lead - 1; i >= quantity.Subject.From && !sentence!.Parts(i); i--)
        {
            if (!sentence[i].Is(Sense.Plan) || sentence[i - 1].Is(Sense.Exceed)) continue;
            if (quantity.Lead - i <= 3 || (i == quantity.Subject.From && IsEquated(quantity)) || IsAim(i, quantity)) return true;
        }

        return false;
    }

    /// <summary><c>giữ mục tiêu doanh thu cả năm đạt 158 tỷ đồng</c>; not <c>hoàn thành mục tiêu …</c>, nor <c>chương trình mục tiêu quốc gia</c>.</summary>
    bool IsAim(int i, Quantity quantity) =>
        Word(i) is "mục" && sentence![i + 1].Kind == PieceKind.Word && Word(i + 1) is not "quốc" && sentence[i - 1].Sense is not (Sense.Reach or Sense.Ratio or Sense.Versus or Sense.Ordinal)
        && (Word(quantity.Lead) is "đạt" || IsEquated(quantity));

    /// <summary><c>quý I/2024 ước đạt 10.200 tỷ đồng</c>: an estimate is of what is happening.</summary>
    bool IsEstimate(Quantity quantity)
    {
        for (var i = quantity.Lead; i < quantity.Piece; i++)
            if (sentence![i].Is(Sense.Estimated)) return true;
        return false;
    }

    /// <summary>Whether <c>là</c> leads to a number: <c>là 12 trạm</c>, <c>chỉ là 12 trạm</c>.</summary>
    bool IsEquated(Quantity quantity)
    {
        for (var i = quantity.Lead; i < quantity.Piece; i++)
            if (Word(i) is "là") return true;
        return false;
    }

    /// <summary><c>Kế hoạch cả năm là doanh thu …; lợi nhuận …</c>: the sentence lists what is planned.</summary>
    bool TellsPlan()
    {
        if (!sentence![0].Is(Sense.Plan)) return false;
        for (var i = 1; sentence[i].Kind is not (PieceKind.Quantity or PieceKind.None) && !sentence.Parts(i); i++)
            if (sentence[i].Is(Sense.Reach) && Word(i) is "là" && (sentence[i + 1].Kind is PieceKind.Word or PieceKind.Period || sentence[i + 2].Kind == PieceKind.Period)) return true;
        return false;
    }

    /// <summary><c>Tính đến 30/6/2020</c>: what is stated as of a day is no wish, though the document reports on an earlier year.</summary>
    bool IsState(NamedPeriod named, Period period) =>
        period.Kind == PeriodKind.Day || (named.Piece > 0 && sentence![named.Piece - 1].Is(Sense.AsOf) && Word(named.Piece - 1) is "tính" or "tại");

    /// <summary>Whether a year was half over, or a part of one over, when the document was written, though it reports on an earlier one.</summary>
    bool IsPast(Period period) => context.Written is { } day
        && (period.FinalYear < day.Year || (period.Year == day.Year && (day.Part > 6 || (period.Kind != PeriodKind.Year && period.EndMonth <= day.EndMonth))));

    /// <summary>Whether a sentence among the wishes says that this is so already.</summary>
    bool IsReached(Quantity quantity, NamedPeriod named)
    {
        if (named.Piece >= 0 && sentence![named.Piece].Is(Sense.Now)) return true;
        if (named is { Piece: >= 0, Period: { } period } && node.Parent?.Parent?.InForce(n => n.Period) is { Value: var wanted } && period.FinalYear < wanted.FinalYear) return true;
        for (var i = quantity.Piece - 1; i >= 0 && !sentence!.Parts(i); i--)
            if (sentence[i].Kind == PieceKind.Phrase && Word(i) is "đã") return true;
        return false;
    }

    ReadOnlySpan<char> Word(int piece)
    {
        var at = sentence![piece];
        return at.Kind == PieceKind.None ? default : tokenized.FoldedSpan[tokens[at.First].Start..tokens[at.First].End];
    }
}

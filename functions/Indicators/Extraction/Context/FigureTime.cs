using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Tells of which period a figure is, and whether it was reached or is wanted.</summary>
sealed class FigureTime(Language language, TokenizedText tokenized, Outline outline, DocumentContext context)
{
    readonly List<ReadingNote> notes = [];
    readonly Period? document = context.Period;
    readonly Token[] tokens = tokenized.Tokens;
    Section section;
    Period? inForce;
    Period? date;
    int paragraph = -1;
    SentencePieces? sentence;

    /// <summary>The year named last before the sentence, and in it.</summary>
    Period? yearBefore, yearHere;

    /// <summary>The first token of the sentence whose period is in force.</summary>
    int opened;

    /// <summary>The period of the figure before, and in a sentence that opens with <c>Trong đó</c> that of the whole.</summary>
    Period? last, ofWhole;

    /// <summary>The period of the figure before in the same sentence.</summary>
    Period? lastHere;

    /// <summary>The year that an index of the paragraph is named for, and what else than scores and ranks it is told in.</summary>
    Period? index;
    Unit? indexUnit;

    /// <summary>What was not believed.</summary>
    public IReadOnlyList<ReadingNote> Notes => notes;

    /// <summary>The year in force, for periods that do not say theirs; 0 for none.</summary>
    public int Year => (inForce ?? document)?.Year ?? 0;

    /// <summary>The period of what a sentence leaves without one.</summary>
    public Period? InForce => inForce ?? document;

    /// <summary>The month with which the period in force ends, where it is shorter than a year; 0 for none.</summary>
    public int Month => InForce is { Kind: PeriodKind.Month or PeriodKind.FirstMonths or PeriodKind.Half or PeriodKind.Quarter } seen ? seen.EndMonth - (seen.Year * 12) + 12 : 0;

    PeriodFrame Frame => new(document, inForce, date, yearBefore, lastHere);

    /// <summary>Whether the sentence of the figure before names its period.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>The place of the headings above; null where they name none.</summary>
    public string? Place => section.Place;

    /// <summary>Comes to the next sentence.</summary>
    public void Enter(int number, Sentence at)
    {
        if (tokens[at.First].Kind == TokenKind.Break) return;
        section = outline.Enter(number);
        if (at.Paragraph == paragraph) return;
        (paragraph, index) = (at.Paragraph, null);
        if (language.Themes.At(tokens.AsSpan(0, at.End), at.First, out _) != Theme.Continues) inForce = section.Period ?? document;
    }

    /// <summary>Takes in the pieces of the sentence; the period that it opens with holds for its paragraph.</summary>
    public void Open(SentencePieces pieces)
    {
        sentence = pieces;
        lastHere = null;
        yearBefore = yearHere;
        foreach (var piece in pieces.Pieces)
            if (piece.Period is { Reference: PeriodReference.Named, Period: { Kind: PeriodKind.Year } year }) yearHere = year;
        ofWhole = pieces.IsThereof ? last : null;
        var opening = new PeriodInForce(pieces, Frame).Opening();
        if (opening.Period is not { } period || !IsBelieved(opening, period)) return;
        if (period != inForce && period.Kind == PeriodKind.Year && IsOfIndex(opening.Piece))
            (index, indexUnit) = (period, pieces.Quantities.Find(q => q.Role == Role.Level)?.Unit);
        else
            (inForce, index, opened) = (period, null, pieces[0].First);
    }

    /// <summary><c>Chỉ số DTI năm 2022 của tỉnh</c>: the year is the index's, and not that of what else the paragraph tells.</summary>
    bool IsOfIndex(int piece)
    {
        var end = sentence![piece].First;
        for (var i = end - 1; i >= sentence[0].First && !tokens[i].Is(','); i--)
            if (language.Words.IsIndex(tokens.AsSpan(0, end), i)) return true;
        return false;
    }

    /// <summary>The year of the paragraph's index, for what indices are told in and for what is called one.</summary>
    Period? OfIndex(Quantity quantity)
    {
        if (index is null || quantity.Unit is not { } unit) return null;
        if (unit == Unit.Score || unit == Unit.Rank || unit == indexUnit) return index;
        var (from, to) = quantity.Subject;
        return to > from && IsOfIndex(to) ? index : null;
    }

    /// <summary>The period and kind of a figure.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="compared">What is told with what it is compared with.</param>
    public (Period? Period, Kind Kind) Of(Quantity quantity, List<Quantity> compared)
    {
        if (quantity.LevelOf is { Period: { } basis }) return (BasisResolver.PeriodOf(basis, lastHere ?? InForce), Kind.Actual);
        var named = new PeriodInForce(sentence!, Frame).For(quantity);
        if (named.Period is { } period && !IsBelieved(named, period, quantity))
        {
            Note(named, period);
            named = NamedPeriod.None;
        }

        if (IsTaskAside(named)) named = NamedPeriod.None;
        IsNamed = named.Period is not null;
        if (named.Period is { Kind: PeriodKind.Day }) date = named.Period;
        var of = last = lastHere = named.Period ?? ofWhole ?? OfIndex(quantity) ?? LikeForLike(compared) ?? inForce ?? document;
        if (named.Period is { } own && quantity.Role == Role.Level) Return(own);
        // Tháng 10 đạt …; tính chung 10 tháng đạt …: the paragraph goes on with the sum.
        if (named is { Piece: > 0, Period: { } sum } && sentence![named.Piece - 1].Is(Sense.Cumulative) && quantity.Role == Role.Level) inForce = sum;
        return (of, KindOf(quantity, named, of));
    }

    /// <summary>What is compared with the first seven months of the year before is of seven months, whatever is in force.</summary>
    Period? LikeForLike(List<Quantity> compared)
    {
        if (InForce is not { } seen) return null;
        foreach (var comparison in compared)
            if (comparison.Basis?.Period is { Reference: PeriodReference.Named, HasYear: true, Period: { } basis } && basis.Year + 1 == seen.Year && seen.Kind != basis.Kind
                && (basis.Kind == PeriodKind.FirstMonths || basis is { Kind: PeriodKind.Half, Part: 1 })) return basis.AddYears(1);
        return null;
    }

    /// <summary>A paragraph that began with an earlier time, <c>Ngày thành lập năm 2008, …</c>, comes back to the year that is reported on.</summary>
    void Return(Period own)
    {
        if (inForce is not { } earlier || document is not { } reported || own.Kind != PeriodKind.Year || own.Year != LastYear(reported)) return;
        if (earlier.Kind == PeriodKind.Span || (LastYear(earlier) < own.Year && opened != sentence![0].First)) inForce = own;
    }

    /// <summary><c>Tại hội nghị tổng kết năm 2019, triển khai nhiệm vụ năm 2020, …</c>: the tasks name the meeting, and no figure's year.</summary>
    bool IsTaskAside(NamedPeriod named)
    {
        if (named is not { Piece: > 2, Period: { Kind: PeriodKind.Year } year } || inForce is not { } told || told.Year != year.Year - 1) return false;
        var before = sentence![named.Piece].First;
        for (var i = before - 1; i >= Math.Max(sentence[0].First, before - 3); i--)
            if (language.Themes.At(tokens.AsSpan(0, before), i, out _) == Theme.Task) return HasPeriodBefore(named.Piece);
        return false;
    }

    bool HasPeriodBefore(int piece)
    {
        while (--piece >= 0)
            if (sentence![piece].Period is not null) return true;
        return false;
    }

    Kind KindOf(Quantity quantity, NamedPeriod named, Period? of)
    {
        var later = of is { } p && document is { } reported && LastYear(p) > LastYear(reported);
        if (IsWanted(quantity) || IsPlanned(quantity) || (!quantity.Forecast && of is { } end && IsToCome(quantity, end))) return Kind.Target;
        if (later && !IsState(named, of!.Value) && !IsPast(of.Value) && !IsEstimate(quantity)) return Kind.Target;
        return section.Kind == Kind.Target && !IsReached(quantity, named) && !IsEstimate(quantity) ? Kind.Target : Kind.Actual;
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
        if ((context.Written ?? document) is not { } written || (end.Year, end.EndMonth).CompareTo((LastYear(written), written.EndMonth)) <= 0) return false;
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
        && (LastYear(period) < day.Year || (period.Year == day.Year && (day.Part > 6 || (period.Kind != PeriodKind.Year && period.EndMonth <= day.EndMonth))));

    /// <summary>Whether a sentence among the wishes says that this is so already.</summary>
    bool IsReached(Quantity quantity, NamedPeriod named)
    {
        if (named.Piece >= 0 && sentence![named.Piece].Is(Sense.Now)) return true;
        if (named is { Piece: >= 0, Period: { } period } && section.Period is { } wanted && LastYear(period) < LastYear(wanted)) return true;
        for (var i = quantity.Piece - 1; i >= 0 && !sentence!.Parts(i); i--)
            if (sentence[i].Kind == PieceKind.Phrase && Word(i) is "đã") return true;
        return false;
    }

    /// <summary>A year more than one after the document's is believed only of a wish, a plan or a forecast; else it is a slip of the pen.</summary>
    bool IsBelieved(NamedPeriod named, Period period, Quantity? quantity = null)
    {
        if (document is not { } reported || period.Year <= LastYear(reported) + 1 || named.Piece < 0 || period.Kind == PeriodKind.Span) return true;
        if (section.Kind == Kind.Target || sentence![named.Piece].Period is not { UpTo: false } || quantity is { Forecast: true }) return true;
        for (var i = 0; i < sentence.Pieces.Count; i++)
            if (sentence[i].Kind == PieceKind.Phrase && (sentence[i].Sense is Sense.Goal or Sense.Plan or Sense.Forecast || Word(i) is "sẽ" or "sau")) return true;
        return false;
    }

    void Note(NamedPeriod named, Period period)
    {
        var at = sentence![named.Piece];
        var source = new SourceSpan(tokens[at.First].Start, tokens[at.End - 1].End);
        if (notes.Count > 0 && notes[^1].Source == source) return;
        notes.Add(new ReadingNote($"{period} comes long after the period of the document ({document}) and is not said to be planned: taken for a slip and not believed.", source));
    }

    static int LastYear(Period period) => period.Kind == PeriodKind.Span ? period.Part : period.Year;

    ReadOnlySpan<char> Word(int piece)
    {
        var at = sentence![piece];
        return at.Kind == PieceKind.None ? default : tokenized.FoldedSpan[tokens[at.First].Start..tokens[at.First].End];
    }
}

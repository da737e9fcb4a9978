using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Tells whether a figure was reached or is wanted.</summary>
sealed class KindResolver(Language language, TokenizedText tokenized, DocumentContext context)
{
    /// <summary>What a sentence opens with stands among so many tokens.</summary>
    const int Opening = 4;

    readonly KindWords words = language.KindWords;
    readonly Period? document = context.Period;
    readonly Token[] tokens = tokenized.Tokens;
    Node node = new();
    ChunkedSentence? sentence;

    /// <summary>The end of the latest time of which the text has told a state, counted in months: what ended by then is no wish.</summary>
    int toldUpTo;

    /// <summary>The plan that the sentence before said was approved, and its year.</summary>
    (Stated<Kind> Kind, Stated<Period> Period)? approved;

    /// <summary>The goals that may go on.</summary>
    readonly GoalsInForce goals = new();

    /// <summary>Whether a figure before in the sentence was said to be reached.</summary>
    bool reachedBefore;
    int reachedIn;

    /// <summary>Comes to the next sentence: the goals of the one before go on in it until the text turns to what was done.</summary>
    public void Enter(Node next, int first, int end)
    {
        goals.Enter(next, Turns(first, end), first);
        if (tokens[first].Kind == TokenKind.Break || approved is not { } plan) return;
        approved = null;
        // Quyết định phê duyệt kế hoạch năm 2021. Theo đó, …: what follows is the plan.
        if (!words.Accordingly.BeginAt(tokens.AsSpan(0, end), first)) return;
        goals.State(next, ofPlan: true, plan.Kind);
        next.Parent!.Kind ??= plan.Kind;
        next.Parent.Period ??= plan.Period;
    }

    /// <summary>Takes in the chunks of the next sentence.</summary>
    public void Open(Node next, ChunkedSentence chunks)
    {
        (node, sentence, reachedBefore) = (next, chunks, false);
        if (OpensInThePast()) goals.Turn(chunks[0].First);
        approved = Approved();
        if (StateTold() is { } told) toldUpTo = Math.Max(toldUpTo, told.EndMonth);
        if (IsGoal(out var ofPlan, out var at)) goals.State(next, ofPlan, new Stated<Kind>(Kind.Target, at.First, at.End));
    }

    /// <summary>Whether a sentence opens with what is or was done: <c>Thực trạng: …</c>, <c>Đối chiếu lại, …</c>, <c>Đến nay, …</c>, <c>Năm 2023, …</c> before the year that is wanted.</summary>
    bool Turns(int first, int end)
    {
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end && i < first + Opening && !tokens[i].Is(','); i++)
        {
            if (language.Themes.At(span, i, out _) is Theme.Done or Theme.Review) return true;
            if (tokens[i].Kind == TokenKind.Word && language.Lexicon.Longest(span, i, out var entry) > 0 && entry!.Tag is PhraseTag.Now or PhraseTag.AsOf && i < first + 2) return entry.Tag == PhraseTag.Now;
        }

        return false;
    }

    /// <summary><c>Năm 2023, tỷ lệ này đạt 61,5%</c>, <c>hết năm 2022, …</c>: a sentence that begins with a time that was over when the document was written.</summary>
    bool OpensInThePast()
    {
        if (document is not { } reported) return false;
        for (var i = 0; i < Opening && i < sentence!.Chunks.Count; i++)
        {
            if (sentence[i].Kind == ChunkKind.Quantity) return false;
            if (sentence[i].Period is { Reference: PeriodReference.Named, IsOfAct: false, Period: { } period } mention)
                return !sentence[i - 1].Is(PhraseTag.Versus) && (mention.UpTo ? period.FinalYear < reported.FinalYear : period.EndMonth <= reported.EndMonth);
        }

        return false;
    }

    /// <summary><c>vừa có Quyết định phê duyệt kế hoạch sản xuất, kinh doanh năm 2021</c>, without figures; null for none.</summary>
    (Stated<Kind>, Stated<Period>)? Approved()
    {
        if (!sentence!.Has(PhraseTag.Plan) || !sentence.Quantities.TrueForAll(q => q.Role == Role.None)) return null;
        for (var i = 1; i < sentence.Chunks.Count; i++)
        {
            if (!sentence[i].Is(PhraseTag.Plan) || !words.Adopting.Contains(Word(i - 1))) continue;
            for (var j = i + 1; j < sentence.Chunks.Count && !sentence[j].Is(';'); j++)
                if (sentence[j].Period is { Reference: PeriodReference.Named, HasYear: true, Period: { } period } mention && !mention.IsOfAct)
                    return (new Stated<Kind>(Kind.Target, sentence[i].First, sentence[i].End), new Stated<Period>(period, mention.First, mention.End));
        }

        return null;
    }

    /// <summary>The time as of which the sentence tells figures that are not wished for; null for none.</summary>
    Period? StateTold()
    {
        if (sentence!.Has(PhraseTag.Goal) || sentence.Quantities.Count == 0 || !sentence.Has(PhraseTag.AsOf)) return null;
        for (var i = 1; i < Opening && i < sentence.Chunks.Count; i++)
            if (sentence[i].Period is { Reference: PeriodReference.Named, Period: { Kind: PeriodKind.Day or PeriodKind.Month } period } && sentence[i - 1].Is(PhraseTag.AsOf) && words.AsOf.Contains(Word(i - 1))) return period;
        return null;
    }

    /// <summary>Whether the sentence wants the values behind a word of wishing in it, and whether a plan or a resolution is said to want them.</summary>
    bool IsGoal(out bool ofPlan, out Chunk at)
    {
        (ofPlan, at) = (false, default);
        var timed = false;
        for (var i = 0; i < sentence!.Chunks.Count; i++)
        {
            ofPlan |= at.Kind == ChunkKind.None && IsPaper(i);
            if (sentence[i].Is(PhraseTag.Goal) && !IsEffort(i) && at.Kind == ChunkKind.None) at = sentence[i];
            if (at.Kind != ChunkKind.None && IsDone(i)) return false;
            if (sentence[i].Quantity is { Role: Role.Level } && at.Kind != ChunkKind.None) return true;
            timed |= at.Kind != ChunkKind.None && sentence[i].Period is { Reference: PeriodReference.Named };
        }

        // Phấn đấu đến năm 2030, thành phố trở thành …: the values follow in the next sentences.
        ofPlan |= timed;
        return timed && sentence.Quantities.TrueForAll(q => q.Role == Role.None);
    }

    bool IsPaper(int i) => sentence![i].Is(PhraseTag.Plan) || language.Themes.At(tokens.AsSpan(0, sentence[i].End), sentence[i].First, out _) is Theme.Plan or Theme.Task;

    /// <summary>The kind of a figure.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="named">The period that its sentence names for it.</param>
    /// <param name="of">Its period.</param>
    public Kind Of(Quantity quantity, NamedPeriod named, Period? of)
    {
        if (quantity.LevelOf is { Period: not null }) return Kind.Actual;
        if (IsWanted(quantity) || IsPlanned(quantity) || IsSetByPlan(quantity) || (!quantity.Forecast && of is { } end && IsToCome(quantity, end)))
        {
            reachedBefore = false;
            return Kind.Target;
        }

        // Hết quý I mới đạt 36,9%, trong đó cấp huyện 28,4%: what was reached goes on to its parts.
        reachedBefore = IsReached(quantity, named) || (reachedBefore && (named.Chunk < 0 || named.Chunk == reachedIn));
        reachedIn = named.Chunk;
        if (reachedBefore || IsEstimate(quantity)) return Kind.Actual;
        if (of is { } period && IsLater(period, named, quantity) && !IsState(named, period) && !IsPast(period)) return Kind.Target;
        if (of is { } wanted && document is { } told && wanted.EndMonth > told.EndMonth && node.InForce(n => n.Tasks) is not null) return Kind.Target;
        return node.InForce(n => n.Kind) is { Value: Kind.Target } ? Kind.Target : Kind.Actual;
    }

    /// <summary>A year after the document's; or a quarter or month wholly after its period, where the sentence names it and tells nothing reached.</summary>
    bool IsLater(Period period, NamedPeriod named, Quantity quantity)
    {
        if (document is not { } reported) return false;
        if (period.FinalYear > reported.FinalYear) return true;
        var months = period.Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.Half => 6, _ => 0 };
        return months > 0 && named.Chunk >= 0 && quantity is { Role: Role.Level, Verb: PhraseTag.None } && period.EndMonth - months >= reported.EndMonth;
    }

    /// <summary><c>Nghị quyết xác định đến năm 2025 kinh tế số chiếm 15%</c>, <c>đến năm 2025 nghị quyết giao 20%</c>: a plan at the start of a clause that sets the value.</summary>
    bool IsSetByPlan(Quantity quantity)
    {
        if (quantity is not { Role: Role.Level }) return false;
        var set = false;
        for (var i = quantity.Chunk - 1; i >= 0 && !sentence![i].Is(';') && sentence[i].Kind != ChunkKind.Quantity; i--)
        {
            if (sentence[i].Is(PhraseTag.Now) || Word(i) == words.Already || Word(i) == words.OnlyNow) return false;
            set |= words.Setting.Contains(Word(i));
            if (!IsPaper(i)) continue;
            return set && (i == 0 || sentence[i - 1].Kind == ChunkKind.Period || sentence.Parts(i - 1));
        }

        return false;
    }

    /// <summary>Whether the sentence says before the number that it is wanted; <c>hiện nay</c> ends that.</summary>
    bool IsWanted(Quantity quantity)
    {
        if (!sentence!.Has(PhraseTag.Goal)) return false;
        for (var i = quantity.Chunk - 1; i >= 0; i--)
        {
            if (sentence[i].Is(PhraseTag.Now) || IsDone(i)) return false;
            if (sentence[i].Is(PhraseTag.Goal) && !IsEffort(i)) return true;
        }

        return false;
    }

    /// <summary><c>Hướng tới năm 2025, tỉnh đã lắp 940 trạm</c>; what <c>đã được đề ra</c> is a goal still.</summary>
    bool IsDone(int i) => sentence![i].Kind == ChunkKind.Phrase && Word(i) == words.Already && !words.SettingBehindDone.Contains(Word(i + 1));

    /// <summary><c>sẽ nâng lên 120 trạm vào cuối năm</c>, written before the year's end.</summary>
    bool IsToCome(Quantity quantity, Period end)
    {
        if ((context.Written ?? document) is not { } written || (end.Year, end.EndMonth).CompareTo((written.FinalYear, written.EndMonth)) <= 0) return false;
        for (var i = quantity.Chunk - 1; i >= 0 && !sentence![i].Is(';') && sentence[i].Kind != ChunkKind.Quantity; i--)
            if (sentence[i].Kind == ChunkKind.Phrase && Word(i) == words.Coming) return true;
        return false;
    }

    /// <summary><c>đã nỗ lực phấn đấu, hoàn thành</c>: striving that led to something.</summary>
    bool IsEffort(int goal)
    {
        for (var i = goal - 1; i >= 0 && i >= goal - 4 && !sentence!.Parts(i); i--)
            if (words.Efforts.Contains(Word(i))) return true;
        return false;
    }

    /// <summary><c>kế hoạch là 80%</c>, <c>dự toán thu năm 2024 của tỉnh là 5.000 tỷ đồng</c>.</summary>
    bool IsPlanned(Quantity quantity)
    {
        if (quantity is not { Role: Role.Level, Total: null }) return false;
        if (TellsPlan()) return true;
        if (quantity.Verb != PhraseTag.Reach) return false;
        for (var i = quantity.Lead - 1; i >= quantity.Subject.From && !sentence!.Parts(i); i--)
        {
            if (!sentence[i].Is(PhraseTag.Plan) || sentence[i - 1].Is(PhraseTag.Exceed)) continue;
            if (quantity.Lead - i <= 3 || (i == quantity.Subject.From && IsEquated(quantity)) || IsAim(i, quantity)) return true;
        }

        return false;
    }

    /// <summary><c>giữ mục tiêu doanh thu cả năm đạt 158 tỷ đồng</c>; not <c>hoàn thành mục tiêu …</c>, nor <c>chương trình mục tiêu quốc gia</c>.</summary>
    bool IsAim(int i, Quantity quantity) =>
        Word(i) == words.Aim && sentence![i + 1].Kind == ChunkKind.Word && Word(i + 1) != words.National && sentence[i - 1].Tag is not (PhraseTag.Reach or PhraseTag.Ratio or PhraseTag.Versus or PhraseTag.Ordinal)
        && (Word(quantity.Lead) == words.Reached || IsEquated(quantity));

    /// <summary><c>quý I/2024 ước đạt 10.200 tỷ đồng</c>: an estimate is of what is happening.</summary>
    bool IsEstimate(Quantity quantity)
    {
        for (var i = quantity.Lead; i < quantity.Chunk; i++)
            if (sentence![i].Is(PhraseTag.Estimated)) return true;
        return false;
    }

    /// <summary>Whether <c>là</c> leads to a number: <c>là 12 trạm</c>, <c>chỉ là 12 trạm</c>.</summary>
    bool IsEquated(Quantity quantity)
    {
        for (var i = quantity.Lead; i < quantity.Chunk; i++)
            if (Word(i) == language.Words.Is) return true;
        return false;
    }

    /// <summary><c>Kế hoạch cả năm là doanh thu …; lợi nhuận …</c>: the sentence lists what is planned.</summary>
    bool TellsPlan()
    {
        if (!sentence![0].Is(PhraseTag.Plan)) return false;
        for (var i = 1; sentence[i].Kind is not (ChunkKind.Quantity or ChunkKind.None) && !sentence.Parts(i); i++)
            if (sentence[i].Is(PhraseTag.Reach) && Word(i) == language.Words.Is && (sentence[i + 1].Kind is ChunkKind.Word or ChunkKind.Period || sentence[i + 2].Kind == ChunkKind.Period)) return true;
        return false;
    }

    /// <summary><c>Tính đến 30/6/2020</c>: what is stated as of a day is no wish, though the document reports on an earlier year.</summary>
    bool IsState(NamedPeriod named, Period period) =>
        period.Kind == PeriodKind.Day || (named.Chunk > 0 && sentence![named.Chunk - 1].Is(PhraseTag.AsOf) && words.AsOf.Contains(Word(named.Chunk - 1)));

    /// <summary>Whether a year was half over, or a part of one over, when the document was written, though it reports on an earlier one.</summary>
    bool IsPast(Period period) => (period.Kind != PeriodKind.Year && period.EndMonth <= toldUpTo) || context.Written is { } day
        && (period.FinalYear < day.Year || (period.Year == day.Year && (day.Part > 6 || (period.Kind != PeriodKind.Year && period.EndMonth <= day.EndMonth))));

    /// <summary>Whether a sentence among the wishes says that this is so already.</summary>
    bool IsReached(Quantity quantity, NamedPeriod named)
    {
        if (named.Chunk >= 0 && sentence![named.Chunk].Is(PhraseTag.Now)) return true;
        if (named is { Chunk: >= 0, Period: { } period } && node.Parent?.Parent?.InForce(n => n.Period) is { Value: var wanted } && period.FinalYear < wanted.FinalYear) return true;
        if (named is { Chunk: >= 0, Period: { Kind: not PeriodKind.Year } part } && document is { } reported && part.EndMonth <= reported.EndMonth && sentence![named.Chunk].Period is { UpTo: false }) return true;
        for (var i = quantity.Chunk - 1; i >= 0 && !sentence!.Parts(i); i--)
            if (sentence[i].Kind == ChunkKind.Phrase && (Word(i) == words.Already || (Word(i) == words.OnlyNow && i < quantity.Chunk && i >= quantity.Lead - 1 && quantity.Verb == PhraseTag.Reach))) return true;
        // 6 ki-ốt đã được đặt: behind the number.
        for (var i = quantity.Chunk + 1; i < sentence!.Chunks.Count && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i++)
            if (sentence[i].Kind == ChunkKind.Phrase && Word(i) == words.Already) return true;
        return false;
    }

    /// <summary>The word with which a chunk begins; 0 for none.</summary>
    int Word(int chunk) => sentence![chunk].FirstWord(tokens);
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Finds the period that a value of a sentence is of: the nearest before it, else one behind it in its own words.</summary>
readonly ref struct PeriodAttachment(ChunkedSentence sentence, PeriodFrame frame)
{
    /// <summary>A period that opens a sentence stands among its first so many chunks.</summary>
    const int MostChunksBefore = 12;

    /// <summary>Where an act's time came first, the period of the figures may come later.</summary>
    const int MostChunksBehindAct = 40;

    /// <summary>The period named for a quantity.</summary>
    public NamedPeriod For(Quantity quantity)
    {
        if (quantity.PeriodChunk >= 0) return new NamedPeriod(quantity.OwnPeriod ?? Meant(sentence[quantity.PeriodChunk].Period!), quantity.PeriodChunk);
        if (OwnPeriod(quantity) is { Chunk: > 0 } own) return own;
        var (cumulative, parted) = (false, false);
        for (var i = quantity.Chunk - 1; i >= 0; i--)
        {
            ref readonly var chunk = ref sentence[i];
            if (chunk.Kind == ChunkKind.Word) continue;
            if (chunk.Is(')') && sentence.Opening(i) is > 0 and var open && sentence.HasQuantity(open, i)) { i = open; continue; }
            if (chunk.Is(';') && !parted && InClause(quantity) is { Chunk: > 0 } later) return later;
            parted |= chunk.Is(';');
            if (chunk.Is(PhraseTag.Cumulative)) cumulative = true;
            if (chunk.Is(PhraseTag.Now) && frame.Document is { } now) return new NamedPeriod(now, i);
            if (chunk.Kind == ChunkKind.Period && Read(i, quantity) is { } before) return new NamedPeriod(cumulative ? SinceNewYear(before) : before, i);
        }

        if (EndsMovement(quantity) && InClause(quantity) is { Chunk: > 0 } ended) return ended;
        var end = OpensWithCompany(quantity) ? NextQuantity(quantity) : quantity.NounEnd;
        for (var i = quantity.Chunk + 1; i < end; i++)
            if (sentence[i].Kind == ChunkKind.Period && Read(i, quantity) is { } behind) return new NamedPeriod(behind, i);
        // Tính chung ba cấp, tỷ lệ là 63%; lũy kế có 34.900 thuê bao: neither is a sum since the new year.
        return cumulative && quantity.Unit is { Code: not "%" } && frame.Paragraph is { } paragraph ? new NamedPeriod(SinceNewYear(paragraph), -1) : NamedPeriod.None;
    }

    /// <summary>
    /// <c>1.200 trạm trong năm 2019</c>, <c>796 trạm (năm 2019)</c>, <c>thứ 22 năm 2016</c>: a period at once behind the number and its noun counts before any other;
    /// so it does without a preposition where the number before has its own in the same place, <c>71% năm 2020 và 80% năm 2021</c>.
    /// </summary>
    NamedPeriod OwnPeriod(Quantity quantity)
    {
        if (quantity.Role != Role.Level) return NamedPeriod.None;
        var i = sentence.PlaceBehind(quantity);
        var introduced = sentence[i - 1].Is(PhraseTag.Function) || sentence[i - 1].Is('(');
        return (introduced || quantity.Unit == Unit.Rank || quantity.IsStart || FollowsOneBefore(quantity)) && !LeadsOn(i, quantity) && Read(i, quantity) is { } own ? new NamedPeriod(own, i) : NamedPeriod.None;
    }

    /// <summary>Whether the verb of the next number begins behind a period, which then is its own: <c>và năm 2021 đạt 331 trạm</c>.</summary>
    bool LeadsOn(int period, Quantity quantity)
    {
        foreach (var next in sentence.Quantities)
            if (next.Chunk > quantity.Chunk) return next.Lead == period + 1;
        return false;
    }

    /// <summary>Whether the number before has a period behind it and its noun, and nothing else stands between that and this one.</summary>
    bool FollowsOneBefore(Quantity quantity)
    {
        var i = quantity.Lead - 1;
        if (sentence[i].Is(',') || sentence[i].Is(PhraseTag.Function)) i--;
        if (sentence[i--].Kind != ChunkKind.Period) return false;
        for (var words = 0; words < 3 && sentence[i].Kind == ChunkKind.Word; words++) i--;
        return sentence[i].Quantity is { Role: Role.Level };
    }

    /// <summary><c>18 thôn có sóng trong năm 2022; 9 thôn còn lại hoàn thành năm 2023</c>: a time behind a number in its own clause.</summary>
    NamedPeriod InClause(Quantity quantity)
    {
        for (var i = quantity.Chunk + 1; i < sentence.Chunks.Count && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i++)
        {
            if (sentence[i].Kind == ChunkKind.Phrase && sentence[i].Tag is PhraseTag.Versus or PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Times or PhraseTag.Ratio) break;
            if (sentence[i].Kind == ChunkKind.Period) return Read(i, quantity) is { } named ? new NamedPeriod(named, i) : NamedPeriod.None;
        }

        return NamedPeriod.None;
    }

    /// <summary>Whether a number is what another that stands before it went up or down to.</summary>
    bool EndsMovement(Quantity quantity)
    {
        for (var i = quantity.Chunk - 1; i >= 0 && !sentence[i].Is(';'); i--)
            if (sentence[i].Quantity is { } before) return before.IsStart;
        return false;
    }

    /// <summary>What a mention behind a number means: <c>từ 18 trạm năm trước lên 24 trạm</c>.</summary>
    Period? Meant(PeriodMention mention) => mention.Reference switch
    {
        PeriodReference.Named => mention.Period,
        PeriodReference.SamePeriod or PeriodReference.PreviousYear or PeriodReference.Preceding => Relative(mention),
        PeriodReference.StartOfYear => (frame.Paragraph ?? frame.Document) is { } seen ? Period.OfYear(seen.Year - 1) : null,
        PeriodReference.Within => frame.Within(mention.Length),
        _ => frame.Document,
    };

    /// <summary>The period with which a sentence opens, which then holds for its paragraph.</summary>
    public NamedPeriod Opening()
    {
        var most = sentence.Quantities.Count == 0 && sentence.Periods > 0 && sentence.Chunks.Exists(p => p.Period is { IsOfAct: true }) ? sentence.Chunks.Count : MostChunksBefore;
        for (var i = 0; i < sentence.Chunks.Count && sentence[i].Quantity is null or { IsLeft: true }; i++)
        {
            if ((i >= most && !IsAsOf(i) && !OpensSpeech(i)) || IsAside(i)) continue;
            if (sentence[i].Is(PhraseTag.Now) && frame.Document is { } now) return new NamedPeriod(now, i);
            if (sentence[i].Period is { IsOfAct: true }) most = Math.Max(most, MostChunksBehindAct);
            if (sentence[i].Kind == ChunkKind.Period && Read(i, null) is { } period) return new NamedPeriod(period, i);
        }

        return NamedPeriod.None;
    }

    /// <summary><c>Ông Nam cho biết: “6 tháng đầu năm 2011, …</c>: what is said begins behind the colon or the quotation mark.</summary>
    bool OpensSpeech(int i) => sentence[i - 1].Kind == ChunkKind.Mark && sentence[i - 1].Mark is ':' or '“' or '"' or '«' && sentence[i + 1].Is(',');

    /// <summary><c>Chuyển mạng từ khi mở (11/2018) đến nay</c>: a time in brackets within a sentence is an aside.</summary>
    bool IsAside(int i) => i > 1 && sentence[i - 1].Is('(') && sentence[i + 1].Is(')');

    Period? Read(int i, Quantity? quantity)
    {
        if (sentence[i].Period is not { IsOfAct: false } mention || IsBasis(i, mention, quantity) || (quantity is not null && IsOfAnother(i, quantity))) return null;
        return mention.Reference switch
        {
            PeriodReference.Named => mention.Period is { } named ? Named(i, mention, named, quantity) : null,
            PeriodReference.SamePeriod or PeriodReference.PreviousYear or PeriodReference.Preceding when IsSubject(i, quantity) || OpensWith(i, quantity) || GoesOnFrom(i, quantity) => Relative(mention),
            PeriodReference.Current => frame.Document,
            PeriodReference.Within => frame.Within(mention.Length),
            PeriodReference.ThatYear => YearBefore(i),
            PeriodReference.ThatSpan when quantity is not null && frame.Span is { } span && (frame.Document is not { } seen || span.FinalYear <= seen.FinalYear) => span,
            PeriodReference.Aforesaid => frame.Date ?? frame.Paragraph,
            _ => null,
        };
    }

    /// <summary>
    /// <c>từ 742 tỷ đồng năm 2022 lên 751 tỷ đồng</c>, <c>có 796 trạm (năm 2019)</c>: the period of the number from which another went up,
    /// or of that behind which it stands in brackets, is of no other.
    /// </summary>
    bool IsOfAnother(int i, Quantity quantity)
    {
        var bracketed = sentence[i - 1].Is('(') && sentence[i + 1].Is(')');
        var j = bracketed ? i - 2 : i - 1;
        for (var words = 0; words < 3 && sentence[j].Kind == ChunkKind.Word; words++) j--;
        return sentence[j].Quantity is { } other && other != quantity && (other.IsStart || (bracketed && other.Role == Role.Level));
    }

    Period? Named(int i, PeriodMention mention, Period named, Quantity? quantity)
    {
        var before = sentence[i - 1];
        if (before.Is(PhraseTag.Plan) && quantity is { Role: not Role.PlanLevel } && !IsSubjectPlan(i)) return null;
        return named.Kind switch
        {
            PeriodKind.Day => (IsAsOf(i) || mention.UpTo) && !EndsSpan(i) ? named : null,
            PeriodKind.Span => i == 0 || before.Is(PhraseTag.Goal) || (i <= 2 && (before.Is(PhraseTag.Function) || sentence[0].Is(PhraseTag.Function))) || quantity?.Lead == i + 1 || (quantity is not null && i >= quantity.Subject.From && before.Is(PhraseTag.Function)) ? named : null,
            PeriodKind.Month or PeriodKind.Quarter when Accumulates(i, named.Kind) => SinceNewYear(named),
            _ => named,
        };
    }

    /// <summary><c>từ ngày 25/5 đến 20/7</c>: the last of some days, and no date as of which something is so.</summary>
    bool EndsSpan(int i)
    {
        var from = i - 1;
        while (from > i - 4 && sentence[from].Kind == ChunkKind.Phrase) from--;
        return sentence[from].Period is { Reference: PeriodReference.Named, Period.Kind: PeriodKind.Day } && sentence[from - 1].Is(PhraseTag.Function);
    }

    /// <summary><c>tính đến ngày</c>, <c>tính đến thời điểm</c> before a date.</summary>
    bool IsAsOf(int i) => sentence[i - 1].Is(PhraseTag.AsOf) || sentence[i - 2].Is(PhraseTag.AsOf) || sentence[i - 3].Is(PhraseTag.AsOf);

    Period? Relative(PeriodMention mention)
    {
        var beside = mention.Reference == PeriodReference.SamePeriod ? frame.Beside : null;
        if ((beside ?? frame.Paragraph ?? frame.Document) is not { } seen) return null;
        if (mention.Reference == PeriodReference.Preceding) return seen.Before(mention.Length);
        return mention.Period is { } year ? seen.AddYears(year.Year - seen.Year) : seen.PreviousYear();
    }

    /// <summary><c>năm đó</c>: the year named last.</summary>
    Period? YearBefore(int i)
    {
        while (--i >= 0)
            if (sentence[i].Period is { Reference: PeriodReference.Named, Period: { Kind: PeriodKind.Year } year }) return year;
        return frame.Year;
    }

    /// <summary><c>năm trước có 15 trạm</c>, <c>(quý trước: 98,2%)</c>, <c>trong khi cùng kỳ nhập siêu 2 tỷ</c>.</summary>
    bool IsSubject(int i, Quantity? quantity) => quantity is { Role: Role.Level } && (quantity.Lead == i + 1 || RanksAtOnce(i, quantity) || OpensClause(i, quantity) || (quantity.Chunk == i + 2 && sentence[i + 1].Is(':')));

    /// <summary><c>cùng tháng năm trước xếp thứ 49</c>.</summary>
    bool RanksAtOnce(int i, Quantity quantity)
    {
        for (var j = i + 1; j < quantity.Chunk; j++)
            if (!(sentence[j].Is(PhraseTag.Rank) || sentence[j].Is(PhraseTag.Ordinal) || sentence[j].Is(PhraseTag.Adverb))) return false;
        return quantity.Unit == Unit.Rank;
    }

    /// <summary>Whether a period begins a clause whose few words lead to a number.</summary>
    bool OpensClause(int i, Quantity quantity)
    {
        if (!sentence[i - 1].Is(PhraseTag.Clause) || quantity.Lead - i > 4) return false;
        for (var j = i + 1; j < quantity.Lead; j++)
            if (sentence[j].Kind != ChunkKind.Word) return false;
        return true;
    }

    /// <summary><c>Cùng kỳ năm trước, tổng doanh thu là …</c>, <c>…; năm trước, chỉ tiêu này là 83 tỷ đồng</c>: the sentence or clause is about another time.</summary>
    bool OpensWith(int i, Quantity? quantity)
    {
        if (quantity is null || !sentence[i + 1].Is(',')) return false;
        for (var j = i - 1; j >= 0 && !sentence[j].Is(';'); j--)
            if (!(sentence[j].Is(PhraseTag.Function) || sentence[j].Is('-'))) return false;
        for (var j = i; j < quantity.Chunk; j++)
            if (sentence[j].Is(';')) return false;
        return true;
    }

    /// <summary><c>năm liền trước chỉ được 41,87 điểm, hạng 35</c>: what is told at once behind its figure is of the same time.</summary>
    bool GoesOnFrom(int i, Quantity? quantity)
    {
        if (quantity is not { Role: Role.Level, Verb: PhraseTag.None or PhraseTag.Reach or PhraseTag.Ordinal or PhraseTag.Rank }) return false;
        var comma = quantity.Lead - 1;
        while (sentence[comma].Is(PhraseTag.Ordinal) || sentence[comma].Is(PhraseTag.Rank)) comma--;
        var before = comma - 1;
        while (before > i && sentence[before].Kind == ChunkKind.Word) before--;
        return sentence[comma].Is(',') && sentence[before].Quantity is { } other && IsSubject(i, other);
    }

    /// <summary><c>hết tháng 9</c>, <c>từ đầu năm đến tháng 9</c>, <c>lũy kế đến tháng 11</c>: from the new year on.</summary>
    bool Accumulates(int i, PeriodKind kind)
    {
        var before = sentence[i - 1];
        if (kind == PeriodKind.Month && before.Is(PhraseTag.AsOf) && before.End - before.First == 1) return true;
        for (var j = i - 1; j >= 0 && j >= i - 4; j--)
        {
            if (sentence[j].Is(PhraseTag.Cumulative)) return true;
            if (sentence[j].Period is { Reference: PeriodReference.StartOfYear }) return true;
            if (sentence[j].Kind is not ChunkKind.Phrase) return false;
        }

        return false;
    }

    static Period SinceNewYear(Period period) => period.Kind switch
    {
        PeriodKind.Month => Period.OfFirstMonths(period.Year, period.Part),
        PeriodKind.Quarter => Period.OfFirstMonths(period.Year, period.Part * 3),
        _ => period,
    };

    bool IsSubjectPlan(int i) => i <= 2 && sentence[i + 1].Is(PhraseTag.Reach);

    /// <summary>Whether a comparison is made with the mention; where a value of its own follows it, in its brackets or behind a verb, it is that value's period too.</summary>
    bool IsBasis(int i, PeriodMention mention, Quantity? quantity)
    {
        if (quantity is not null && sentence[i - 1].Is('(') && quantity.Chunk > i && quantity.Chunk < sentence.Closing(i - 1)) return false;
        // So với ICT Index năm 2019 (hạng 51): what stands in the bracket behind a period is its own.
        if (quantity is { Role: Role.Level } && sentence[i + 1].Is('(') && quantity.Chunk > i && quantity.Chunk < sentence.Closing(i + 1)) return false;
        foreach (var other in sentence.Quantities)
            if (other.Basis?.Period == mention) return quantity is null || other == quantity || !(i < quantity.Chunk && !quantity.Beside && sentence[i + 1].Is(PhraseTag.Reach) && !sentence.HasQuantity(i, quantity.Chunk));
        foreach (var (_, basis) in sentence.LeadingBases)
            if (basis.Period == mention) return true;
        return false;
    }

    /// <summary><c>Với hơn 40.000 lao động, doanh nghiệp năm 2021 đạt …</c>: the period of the clause that follows is its own.</summary>
    bool OpensWithCompany(Quantity quantity)
    {
        if (!sentence[0].Is(PhraseTag.Reach) || sentence[quantity.NounEnd].Kind != ChunkKind.Mark || !sentence[quantity.NounEnd].Is(',')) return false;
        return quantity.Lead == 0;
    }

    int NextQuantity(Quantity quantity)
    {
        var next = quantity.Chunk + 1;
        while (next < sentence.Chunks.Count && sentence[next].Kind != ChunkKind.Quantity && !sentence[next].Is(';')) next++;
        return next;
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Joins the changes and ratios of a sentence to the values they belong to.</summary>
ref struct StatementReader
{
    /// <summary>Between <c>giữ nguyên</c> and its value stand rarely more chunks.</summary>
    const int MostHeld = 5;

    readonly ChunkedSentence sentence;
    readonly ObjectPool<Statement> statements;
    Statement? current;

    /// <summary>The statement that was being made where a bracket opened, and goes on behind it; up to where the brackets were followed.</summary>
    Statement? outer;
    int followed;

    readonly Func<Chunk, int> word;

    StatementReader(ChunkedSentence sentence, ObjectPool<Statement> statements, Func<Chunk, int> word)
    {
        (this.sentence, this.word) = (sentence, word);
        this.statements = statements;
    }

    /// <summary>The statements of a sentence whose quantities have their roles.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isAnd">Tells the chunks that join the items of a list.</param>
    /// <param name="word">Tells the first word of a chunk.</param>
    /// <param name="supply">Where the statements are taken from.</param>
    public static ReadOnlySpan<Statement> Read(ChunkedSentence sentence, Func<Chunk, bool> isAnd, Func<Chunk, int> word, ObjectPool<Statement> supply)
    {
        var reader = new StatementReader(sentence, supply, word);
        var paired = RespectiveChanges.Read(sentence, isAnd);
        Quantity? before = null;
        foreach (var quantity in sentence.Quantities)
        {
            reader.NoteUnchanged(before, quantity.Chunk);
            reader.FollowBrackets(quantity.Chunk);
            if (quantity.Role == Role.None) continue;
            if (quantity.Subject == default) quantity.Subject = reader.SubjectOf(before, quantity);
            if (paired is not null && paired.TryGetValue(quantity, out var owner)) reader.StatementOf(owner).Comparisons.Add(quantity);
            else if (quantity.Role == Role.Level) reader.AddLevel(quantity);
            else reader.AddComparison(before, quantity);
            before = quantity;
        }

        reader.NoteUnchanged(before, sentence.Chunks.Count);
        return supply.Taken;
    }

    /// <summary><c>1.250 thuê bao (di động: 1.230; cố định: 20), tăng 5%</c>: what stood in brackets is over where they close.</summary>
    void FollowBrackets(int until)
    {
        for (; followed < until; followed++)
        {
            if (sentence[followed].Is('(')) outer = current;
            else if (sentence[followed].Is(')') && outer is not null) (current, outer) = (outer, null);
        }
    }

    Statement StatementOf(Quantity level)
    {
        foreach (var statement in statements.Taken)
            if (statement.Level == level) return statement;
        throw new InvalidOperationException("A change comes before the value that it is a change of.");
    }

    (int From, int To) SubjectOf(Quantity? before, Quantity quantity)
    {
        if (before is { Role: Role.Level, Total: not null } && quantity.Unit == Unit.Percent && sentence[quantity.Lead - 1].Is('(') && quantity.Lead - 1 == before.NounEnd)
            return (before.NounFirst, before.NounEnd);
        var from = before is null ? 0 : Math.Max(before.BasisEnd, before.Chunk + 1);
        if (before is not null && before.NounEnd > from && (sentence.Parts(before.NounEnd) || sentence[before.NounEnd].Is(PhraseTag.Clause))) from = before.NounEnd;
        if (before is { IsStart: true }) return (quantity.Lead, quantity.Lead);
        if (before is { Role: Role.Level } && (sentence.Counts(before) || CountsPlaces(before)) && StartsAnotherCount(before, quantity)) from = quantity.Lead;
        foreach (var (chunk, _) in sentence.LeadingBases)
            if (chunk >= from && chunk < quantity.Lead) from = chunk + 1;
        for (var i = quantity.Lead - 1; i >= from; i--)
            if (sentence[i].Is(';') || (sentence[i].Is(':') && i + 1 < quantity.Lead)) from = i + 1;
        return (from, Math.Max(from, quantity.Lead));
    }

    /// <summary><c>845 vị trí trạm</c>: <c>vị trí</c>, which leads to ranks, is a noun behind a number.</summary>
    bool CountsPlaces(Quantity before) => before.Unit is null && sentence[before.Chunk + 1].Is(PhraseTag.Rank);

    /// <summary><c>12 cơ quan và 156 nhà báo</c>, <c>5 tổ với 40 thành viên</c>: what the first counts is not the subject of the second.</summary>
    bool StartsAnotherCount(Quantity before, Quantity quantity) =>
        quantity.Role == Role.Level && sentence.Counts(quantity) && quantity.Lead - before.NounEnd <= 1
        && (sentence[quantity.Lead - 1].Is(PhraseTag.Function) || quantity.Verb == PhraseTag.Reach);

    bool HasContent((int From, int To) range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (sentence[i].Is('(') && sentence.Closing(i) < range.To) { i = sentence.Closing(i); continue; }
            if (sentence[i].Kind == ChunkKind.Word || (sentence[i].Kind == ChunkKind.Phrase && sentence[i].Tag is PhraseTag.Share or PhraseTag.Ordinal or PhraseTag.Numbered or PhraseTag.Rank)) return true;
        }

        return false;
    }

    void AddLevel(Quantity quantity)
    {
        TakeLevel(quantity);
        NoteHeld(quantity);
        if (quantity.Unit == Unit.Rank) TakeMove(quantity);
    }

    /// <summary><c>đạt 42,3 điểm, tụt 5 bậc, xếp thứ 40</c>: the rank whose move was told just before it.</summary>
    void TakeMove(Quantity rank)
    {
        var taken = statements.Taken;
        if (taken.Length < 2 || current!.Comparisons.Count > 0 || current.OwnSubject || taken[^2] is not { Level.Unit.Code: not "rank", Comparisons: { Count: > 0 } told } || told[^1] is not { Role: Role.Change, Unit.Code: "rank" } move) return;
        for (var i = Math.Max(move.BasisEnd, move.Chunk + 1); i < rank.Lead; i++)
            if (!(sentence[i].Is(',') || sentence[i].Kind == ChunkKind.Phrase)) return;
        told.RemoveAt(told.Count - 1);
        current.Comparisons.Add(move);
    }

    void TakeLevel(Quantity quantity)
    {
        var own = BeginsClause(quantity) || (HasContent(quantity.Subject) && !(quantity.Unit == Unit.Rank && OnlyRankWords(quantity.Subject)));
        if (!own && current is { Level: null } waiting && (quantity.Verb is PhraseTag.ReachesLevel or PhraseTag.Reach || Ranks(waiting, quantity)) && Measures(waiting, quantity))
        {
            waiting.Level = quantity;
            return;
        }

        // Tăng 12% so với năm 2022, doanh thu đạt 52 tỷ đồng: the change opens the sentence, and its subject stands behind it.
        if (own && quantity.Verb is PhraseTag.Reach && current is { Level: null, OwnSubject: false } opening && statements.Taken.Length == 1 && !HasContent(opening.Subject) && IsJoinedTo(opening, quantity) && Measures(opening, quantity))
        {
            (opening.Level, opening.Subject, opening.Head, opening.OwnSubject) = (quantity, quantity.Subject, quantity.Head, true);
            return;
        }

        var (subject, head) = own || current is null ? (quantity.Subject, quantity.Head) : (current.Subject, current.Head);
        current = statements.Take().Begin(subject, head, own);
        current.Level = quantity;
    }

    bool IsJoinedTo(Statement opening, Quantity level)
    {
        var last = opening.Comparisons[^1];
        var comma = Math.Max(last.BasisEnd, last.Chunk + 1);
        while (sentence[comma].Kind is ChunkKind.Word) comma++;
        return sentence[comma].Is(',') && !HasSemicolon(comma, level.Chunk);
    }

    /// <summary><c>…; 100% hồ sơ, kết quả được số hóa</c>: a share whose noun stands behind it, at the start of a clause, is of that.</summary>
    bool BeginsClause(Quantity quantity) =>
        quantity is { Verb: PhraseTag.None, Unit.Code: "%" } && sentence[quantity.Lead - 1].Is(';') && sentence[quantity.Chunk + 1].Kind == ChunkKind.Word;

    /// <summary>Whether a value can be what the changes are changes of: a change in its unit, or in per cent.</summary>
    static bool Measures(Statement waiting, Quantity value) =>
        waiting.Comparisons.TrueForAll(c => c.Unit == value.Unit || c.Unit == Unit.Percent || c.Unit == Unit.Times || (c.Unit == Unit.Point && value.Unit == Unit.Percent));

    static bool Ranks(Statement waiting, Quantity quantity) => quantity.Unit == Unit.Rank && waiting.Comparisons.TrueForAll(c => c.Unit == Unit.Rank);

    bool OnlyRankWords((int From, int To) range)
    {
        for (var i = range.From; i < range.To; i++)
            if (sentence[i].Kind == ChunkKind.Word) return false;
        return true;
    }

    /// <summary><c>…; Bạc Liêu tăng 6 bậc, đứng thứ 54</c>: a move whose own rank stands behind it in its clause.</summary>
    bool RankFollows(Quantity move)
    {
        for (var i = move.Chunk + 1; i < sentence.Chunks.Count && !sentence[i].Is(';'); i++)
            if (sentence[i].Quantity is { } next) return next is { Role: Role.Level, Unit: var unit } && unit == Unit.Rank;
        return false;
    }

    void AddComparison(Quantity? before, Quantity quantity)
    {
        var inBracket = current is not null && OpensBracketAfterLevel(quantity);
        var ranked = quantity.Unit == Unit.Rank && current?.Level?.Unit == Unit.Rank && !(sentence[quantity.Subject.From - 1].Is(';') && RankFollows(quantity));
        if (inBracket && OtherTime(quantity) is { } time)
        {
            quantity.LevelOf = new BasisMention(time);
            current = statements.Take().Begin(current!.Subject, current.Head, ownSubject: false);
            current.Comparisons.Add(quantity);
            return;
        }

        var own = !inBracket && !ranked && !IsPlanOf(current, quantity) && (HasContent(quantity.Subject) || CountsTheSubject(before, quantity) || CountsAnother(quantity));
        if (current is not null && !own && !inBracket && quantity.Role != Role.PlanLevel && OpensAnotherTime(quantity))
        {
            current = statements.Take().Begin(current.Subject, current.Head, ownSubject: false);
            current.Comparisons.Add(quantity);
            return;
        }

        if (current is not null && !own)
        {
            if (quantity.Role == Role.Change && RestatedRatio(current, quantity)) (quantity.Role, quantity.Rule) = (Role.Ratio, "a quotient, as the arithmetic shows");
            Owner(current, quantity).Comparisons.Add(quantity);
            return;
        }

        current = statements.Take().Begin(quantity.Subject, quantity.Head, own);
        current.Comparisons.Add(quantity);
    }

    /// <summary><c>đạt 88,3 điểm, xếp thứ 19, tăng 3,1 điểm và tăng 7 bậc</c>, <c>94 đài, bằng 36% tổng số, tăng 41 đài</c>: each change goes to what it is told in.</summary>
    Statement Owner(Statement last, Quantity change)
    {
        var taken = statements.Taken;
        if (last.Level is not { } level || change.Role is not (Role.Change or Role.Ratio) || taken.Length < 2) return last;
        if (last is { OwnSubject: false, Level.Unit.Code: "rank" } && change.Unit != Unit.Rank) return taken[^2].Level is { } scored && scored.Unit == change.Unit ? taken[^2] : last;
        // 60.140 hồ sơ, bằng 19,7% tổng số, gấp 3,2 lần năm trước: a share said of a value on the way is not what moved.
        if (last is { OwnSubject: false, Level: { Verb: PhraseTag.Ratio, Unit.Code: "%" } } && change.Unit is not { Code: "point" } && taken[^2].Level is { } whole && whole.Unit != Unit.Percent && !HasSemicolon(whole.Chunk, change.Chunk)) return taken[^2];
        if (change.Role == Role.Ratio) return last;
        if (change.Unit == level.Unit ? !CountsElse(level, change) : change.Unit is { Code: "%" or "point" or "times" }) return last;
        for (var n = taken.Length - 2; n >= 0; n--)
        {
            if (taken[n].Level is not { } value || HasSemicolon(value.Chunk, change.Chunk)) break;
            if (value.Unit == change.Unit && !CountsElse(value, change)) return taken[n];
        }

        return last;
    }

    /// <summary><c>862 tổ, 4.430 thành viên, giảm 14 tổ</c>: a change is of what it counts itself.</summary>
    bool CountsElse(Quantity level, Quantity change) =>
        sentence.Counts(level) && sentence.Counts(change) && word(sentence[level.NounFirst]) != word(sentence[change.NounFirst]);

    bool HasSemicolon(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence[i].Is(';')) return true;
        return false;
    }

    /// <summary><c>đạt 42%, trong khi nghị quyết giao 60%</c>: the words before the plan's value are the plan's.</summary>
    static bool IsPlanOf(Statement? statement, Quantity quantity) => quantity.Role == Role.PlanLevel && statement?.Level?.Unit == quantity.Unit;

    /// <summary><c>tháng 5 tăng 0,5%; 5 tháng tăng 3,55%</c>: a clause that begins with a time of its own speaks of that time.</summary>
    bool OpensAnotherTime(Quantity quantity)
    {
        for (var i = quantity.Subject.From; i < quantity.Subject.To; i++)
            if (sentence[i].Period is { Reference: Periods.PeriodReference.Named, IsOfAct: false } && !sentence[i - 1].Is(PhraseTag.Versus) && IsOpening(i, quantity)) return true;
        return false;
    }

    /// <summary>Whether nothing but phrases stands between a comma or semicolon and a period, and between that and the verb of a number.</summary>
    bool IsOpening(int period, Quantity quantity)
    {
        for (var i = period + 1; i < quantity.Lead; i++)
            if (!(sentence[i].Kind == ChunkKind.Phrase || sentence[i].Is(','))) return false;
        var before = period - 1;
        while (sentence[before].Kind == ChunkKind.Phrase) before--;
        return sentence[before].Is(',') || sentence[before].Is(';');
    }

    /// <summary><c>giảm 2 trung tâm, 1 chi cục</c>: each goes down by itself.</summary>
    bool CountsAnother(Quantity quantity) => sentence.Counts(quantity) && current is { Level: null } && current.Comparisons[^1] is { Role: Role.Change } last && sentence.Counts(last);

    bool OpensBracketAfterLevel(Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i > (current!.Level?.Chunk ?? 0); i--)
        {
            if (sentence[i].Is(')') || sentence[i].Kind == ChunkKind.Quantity) return false;
            if (sentence[i].Is('(')) return true;
        }

        return false;
    }

    /// <summary><c>4 ngành trọng điểm tăng 11%</c>: the count is part of the subject.</summary>
    bool CountsTheSubject(Quantity? before, Quantity quantity)
    {
        if (before is not { Role: Role.Level, Unit: null, Verb: not (PhraseTag.Reach or PhraseTag.ReachesLevel) } || quantity.Unit != Unit.Percent) return false;
        for (var i = before.Chunk + 1; i < quantity.Lead; i++)
            if (sentence[i].Kind == ChunkKind.Mark) return false;
        return true;
    }

    /// <summary><c>(cùng kỳ năm trước tăng 8,1%)</c>: brackets that begin with another time tell what moved in that.</summary>
    Periods.PeriodMention? OtherTime(Quantity quantity)
    {
        if (quantity.Basis is { IsPlan: false }) return null;
        var i = quantity.Lead - 1;
        if (sentence[i].Is(':')) i--;
        return sentence[i].Period is { Reference: Periods.PeriodReference.SamePeriod or Periods.PeriodReference.PreviousYear or Periods.PeriodReference.Named } time && sentence[i - 1].Is('(') ? time : null;
    }

    /// <summary>In <c>tăng 553 tỷ (109,6%)</c> the arithmetic shows that the bracket is the quotient.</summary>
    static bool RestatedRatio(Statement statement, Quantity percent)
    {
        if (percent.Unit != Unit.Percent || statement.Level is not { } level || statement.Comparisons.Count == 0) return false;
        var change = statement.Comparisons[^1];
        if (change.Role != Role.Change || change.Unit != level.Unit || change.Lead >= percent.Chunk || percent.Lead != percent.Chunk) return false;
        var previous = level.Value - (change.Sign * change.Value);
        return previous > 0 && Math.Abs((level.Value / previous * 100) - percent.Value) < 0.6m;
    }

    /// <summary><c>(giống năm 2022)</c>, <c>không thay đổi so với năm 2022</c> after a value.</summary>
    void NoteUnchanged(Quantity? after, int until)
    {
        if (current?.Level is null || after is null || !(sentence.Has(PhraseTag.Unchanged) || sentence.Has(PhraseTag.Ratio))) return;
        for (var i = after.Chunk + 1; i < until; i++)
        {
            // Bằng cùng kỳ năm trước: no number says how much of it.
            if (sentence[i].Is(PhraseTag.Ratio) && sentence.Parts(i - 1) && sentence.Parts(i + 2) && sentence[i + 1].Period is { } same) current.Unchanged.Add(new BasisMention(same));
            if (!sentence[i].Is(PhraseTag.Unchanged)) continue;
            if (sentence[i - 1].Period is { } before && sentence[i - 2].Is(PhraseTag.Versus)) current.Unchanged.Add(new BasisMention(before));
            for (var j = i + 1; j < until && j <= i + 3; j++)
                if (sentence[j].Period is { } period) current.Unchanged.Add(new BasisMention(period));
        }
    }

    /// <summary><c>giữ nguyên vị trí thứ 12 so với năm 2022</c>: the value stands between what says that nothing changed and its basis.</summary>
    void NoteHeld(Quantity level)
    {
        if (level.Basis is not { Period: not null } basis || !sentence.Has(PhraseTag.Unchanged)) return;
        for (var i = level.Lead - 1; i >= 0 && level.Lead - i <= MostHeld && !sentence.Parts(i); i--)
            if (sentence[i].Is(PhraseTag.Unchanged)) current!.Unchanged.Add(basis);
    }
}

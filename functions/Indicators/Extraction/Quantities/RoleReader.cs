using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells what each quantity of a sentence is, from the verb before it and the basis after it.</summary>
sealed class RoleReader
{
    /// <summary>What moves stands rarely farther from its verb, in chunks.</summary>
    const int MostWordsMoved = 8;

    /// <summary>A smaller share told of another time's value is as likely its change.</summary>
    const int LeastQuotient = 60;

    readonly Words common;
    readonly QuantityWords words;
    readonly Token[] tokens;
    readonly NounReader nouns;
    readonly VerbReader verbs;
    readonly BasisReader bases;
    readonly NonStatisticFilter exclusions;
    readonly ContinuationReader continuations;
    readonly MovementReader movements;
    readonly PlanLevelReader plans;
    readonly ComparedLevelReader compared;

    public RoleReader(Language language, char[] text, Token[] tokens)
    {
        (common, words, this.tokens) = (language.Words, language.QuantityWords, tokens);
        nouns = new NounReader(common, tokens);
        verbs = new VerbReader(language, tokens);
        bases = new BasisReader(language, tokens);
        exclusions = new NonStatisticFilter(language, text, tokens);
        continuations = new ContinuationReader(language, exclusions, text, tokens);
        movements = new MovementReader(language, tokens);
        plans = new PlanLevelReader(words, tokens);
        compared = new ComparedLevelReader(words, tokens);
    }

    public void Read(ChunkedSentence sentence)
    {
        foreach (var quantity in sentence.Quantities)
        {
            nouns.Read(sentence, quantity);
            verbs.Read(sentence, quantity);
            bases.Read(sentence, quantity);
            if (MovesByPlaces(sentence, quantity)) quantity.Unit = Unit.Rank;
            if (quantity.Reason.Length > 0) continue;
            quantity.Added = IsAddition(sentence, quantity);
            quantity.Role = RoleOf(sentence, quantity);
            if (exclusions.KindOf(sentence, quantity) is { } kind) (quantity.Role, quantity.Reason, quantity.Kind) = (Role.None, kind.Reason, kind);

            if (quantity.Role == Role.Level && quantity.Rule.Length == 0) quantity.Rule = LevelRule(quantity);
        }

        foreach (var quantity in sentence.Quantities)
            if (quantity.Role != Role.None && sentence[quantity.NounEnd].Quantity is { Role: Role.None }) nouns.Read(sentence, quantity);
        continuations.Read(sentence);
        compared.Read(sentence);
        bases.ReadLeading(sentence);
        BasisLevelReader.Read(sentence);
        bases.ReadOthers(sentence);
        CompareWithPlan(sentence);
        PartReader.Read(sentence);
        movements.Read(sentence);
    }

    /// <summary><c>So với kế hoạch, doanh thu đạt 98%</c> is a ratio; in <c>đạt 78% so với kế hoạch là 80%</c> the first number is a value.</summary>
    static void CompareWithPlan(ChunkedSentence sentence)
    {
        for (var n = 0; n < sentence.LeadingBases.Count; n++)
        {
            var (chunk, basis) = sentence.LeadingBases[n];
            var until = n + 1 < sentence.LeadingBases.Count ? sentence.LeadingBases[n + 1].Chunk : sentence.Chunks.Count;
            if (!basis.IsPlan || sentence.Quantities.Find(q => q.Chunk > chunk && q.Chunk < until && q is { Role: not Role.PlanLevel, LevelOf: null }) is not { } next) continue;
            if (next is { Role: Role.Level, Verb: PhraseTag.Reach or PhraseTag.Ratio } && next.Unit == Unit.Percent) next.Role = By(next, Role.Ratio, "a ratio to the plan named before it");
            if (next.Role is Role.Ratio or Role.Change) next.Basis ??= basis;
        }

        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (before, level) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (level.Role == Role.PlanLevel && before is { Role: Role.Ratio, Basis.IsPlan: true } && before.Unit == level.Unit && before.BasisEnd >= level.Lead)
                (before.Role, before.Basis, before.Rule) = (Role.Level, null, "a value, compared with the plan's value behind it");
        }
    }

    /// <summary><c>cải thiện 7 thứ hạng</c>, <c>tụt 3 vị trí so với năm 2022</c>: places without their unit; in <c>1.085 vị trí trạm, tăng 24 vị trí</c> sites are counted.</summary>
    static bool MovesByPlaces(ChunkedSentence sentence, Quantity quantity) =>
        quantity is { Unit: null, Total: null, Scaled: false, Verb: PhraseTag.Rise or PhraseTag.Fall or PhraseTag.ReachesLevel }
        && sentence[quantity.Chunk + 1].Is(PhraseTag.Rank) && sentence[quantity.Chunk + 2].Kind != ChunkKind.Word
        && !(sentence.Number(quantity) is > 0 and var n && sentence.Quantities[n - 1] is { Unit: null } before && sentence[before.Chunk + 1].Is(PhraseTag.Rank));

    /// <summary><c>phát triển mới 120 trạm</c>, <c>có thêm 12 doanh nghiệp</c>, <c>45 trạm xây mới</c>: what came on top, not what there is.</summary>
    bool IsAddition(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Chunk - 1; i >= quantity.Lead && !sentence[i].Is(PhraseTag.Reach); i--)
            if (IsNew(sentence[i])) return true;
        for (var i = quantity.NounFirst; i < quantity.NounEnd; i++)
            if (IsNew(sentence[i])) return true;
        return false;
    }

    bool IsNew(Chunk chunk) => chunk.Is(PhraseTag.Adverb) && words.Additions.Contains(chunk.Word(tokens));

    Role RoleOf(ChunkedSentence sentence, Quantity quantity)
    {
        var code = quantity.Unit?.Code;
        if (plans.IsPlanLevel(sentence, quantity)) return By(quantity, Role.PlanLevel, "the plan's own value, in brackets or behind a comparison with the plan");
        if (quantity.Signed && (quantity.Basis is not null || sentence[quantity.Chunk - 1].Is('('))) return By(quantity, Role.Change, "a change, by its sign");
        if (quantity.Verb == PhraseTag.Times || (code == "times" && quantity.Verb is PhraseTag.Ratio or PhraseTag.Rise or PhraseTag.ReachesLevel)) return By(quantity, Role.Ratio, "a multiple of its basis");
        if (code == "rank" && quantity.Verb == PhraseTag.ReachesLevel && !sentence[quantity.Lead - 1].Is(PhraseTag.Rank)) return By(quantity, Role.Change, "a move by so many places");
        if (code == "times") return Why(quantity, "so many times, without what it is compared with");
        if (code == "point" && quantity.Verb is PhraseTag.None or PhraseTag.Reach or PhraseTag.ReachesLevel) return By(quantity, Role.Change, "percentage points, which are a change by themselves");
        if (quantity.Verb is PhraseTag.Exceed && (quantity.Total is not null || IsGoalCount(sentence, quantity))) return By(quantity, Role.Level, "a count of targets reached");
        if (quantity.Verb == PhraseTag.Shortfall) return FallsShort(sentence, quantity) ? By(quantity, Role.Change, "a shortfall against the plan") : Role.Level;
        if (quantity.Verb == PhraseTag.Exceed && IsPassed(sentence, quantity)) return Passed(quantity);
        if (quantity.Verb == PhraseTag.Fall && IsCut(sentence, quantity)) return By(quantity, Role.Level, "a count of what was cut");
        if (quantity.Verb == PhraseTag.ReachesLevel && MovesBy(sentence, quantity)) return By(quantity, Role.Change, "a change, as the value before it shows");
        // Vươn tới 184/184 xã: nothing rises by a fraction of what it could.
        if (quantity is { Verb: PhraseTag.Rise or PhraseTag.Exceed, Unit: null, Total: not null }) return By(quantity, Role.Level, "so many of a whole");
        if (quantity.Verb is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Exceed or PhraseTag.Growth)
            return By(quantity, Role.Change, "a change, behind a verb of rise, fall or excess");
        if (quantity is { Added: true, Basis.IsPlan: false } && sentence.Parts(quantity.Lead - 1)) return By(quantity, Role.Change, "a change, behind a word of addition with its basis");
        if (code == "%" && (quantity is { Verb: PhraseTag.None, Basis.IsPlan: false } || IsAtMeasure(sentence, quantity) || OpensWithMove(sentence, quantity) || ReachesGrowth(sentence, quantity)) && MovesBefore(sentence, quantity)) return By(quantity, Role.Change, "a change, behind what a verb of rise or fall moves");
        if (code == "%" && quantity.Basis is { } basis && (basis.IsPlan || quantity.Verb is PhraseTag.Ratio or PhraseTag.Reach)) return By(quantity, Role.Ratio, "a ratio to what it is compared with");
        if (code == "%" && IsTargetAttainment(sentence, quantity)) return By(quantity, Role.Ratio, "how far the target named before it was reached");
        if (RestatesChange(sentence, quantity)) return By(quantity, Role.Change, "a bracket that restates the change before it");
        if (TellsGrowth(sentence, quantity)) return By(quantity, Role.Change, "a bracket that tells growth");
        if (EqualsPart(sentence, quantity)) return By(quantity, Role.Ratio, "a ratio, by its basis");
        return Role.Level;
    }

    /// <summary><c>thiếu 1,2% so với chỉ tiêu</c>; in <c>thiếu 40 giáo viên</c> nothing is compared.</summary>
    static bool FallsShort(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Basis is { } basis) return basis.IsPlan;
        for (var i = quantity.Lead - 1; i > 0 && !sentence[i].Is(';') && sentence[i].Kind != ChunkKind.Quantity; i--)
            if (sentence[i].Is(PhraseTag.Plan) && sentence[i - 1].Is(PhraseTag.Versus)) return true;
        return false;
    }

    /// <summary><c>số trạm đã vượt 45.000 trạm</c>: a mark that was passed, where no value stands before what would be an excess over it.</summary>
    static bool IsPassed(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Basis is not null || quantity.Unit?.Code is "%" or "point" or "times" or "rank" || PlanLevelReader.Value(sentence, quantity) is not null) return false;
        for (var i = quantity.Chunk + 1; i < quantity.NounEnd; i++)
            if (sentence[i].Is(PhraseTag.Plan)) return false;
        for (var i = quantity.Lead - 1; i >= 0 && !sentence[i].Is(';'); i--)
            if (sentence[i].Is(PhraseTag.Plan) || sentence[i].Is(PhraseTag.Versus)) return false;
        return sentence[quantity.Lead].End - sentence[quantity.Lead].First == 1;
    }

    static Role Passed(Quantity quantity)
    {
        if (quantity.Qualifier == Qualifier.Exact) quantity.Qualifier = Qualifier.Over;
        return By(quantity, Role.Level, "a mark that was passed");
    }

    /// <summary>
    /// <c>tăng lên 1.422 trạm</c> reaches a level; <c>có 1.422 trạm, tăng lên 76 trạm</c> does not, for nothing rises to less than it is,
    /// nor does <c>đạt 52 tỷ đồng, tăng lên 5% so với năm 2022</c>.
    /// </summary>
    static bool MovesBy(ChunkedSentence sentence, Quantity quantity)
    {
        var i = quantity.Lead - 1;
        while (sentence[i].Is(PhraseTag.Adverb)) i--;
        if (i < 0 || !sentence.Parts(i)) return false;
        while (i >= 0 && !sentence[i].Is(';') && sentence[i].Quantity is not { Role: Role.Level }) i--;
        if (sentence[i].Quantity is not { } before) return false;
        if (before.Unit == quantity.Unit) return quantity.Sign > 0 && before.Value > quantity.Value;
        return quantity.Unit == Unit.Percent && quantity.Basis is { IsPlan: false };
    }

    /// <summary><c>đã cắt giảm 214 thủ tục</c>: what was done, where nothing is said that it was fewer than.</summary>
    bool IsCut(ChunkedSentence sentence, Quantity quantity) =>
        quantity is { Unit: null, Basis: null } && sentence[quantity.Lead].Is(PhraseTag.Cut) && exclusions.HasNoun(sentence, quantity.Chunk) && PlanLevelReader.Value(sentence, quantity) is null or { Verb: PhraseTag.Fall };

    /// <summary><c>tăng chậm hơn ở mức 13% so với cùng kỳ</c>.</summary>
    bool IsAtMeasure(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not { Verb: PhraseTag.Reach, Basis.IsPlan: false }) return false;
        for (var i = quantity.Lead; i < quantity.Chunk; i++)
            if (sentence[i].Is(words.AtMeasure, tokens)) return true;
        return false;
    }

    /// <summary><c>tăng trưởng tín dụng đạt 7,3% so với cùng kỳ</c>: what is reached is growth.</summary>
    bool ReachesGrowth(ChunkedSentence sentence, Quantity quantity) =>
        quantity is { Verb: PhraseTag.Reach, Basis.Period: not null, Value: < LeastQuotient } && IsAttaining(sentence[quantity.Lead]);

    /// <summary><c>Tăng doanh thu viễn thông 20%, đạt 483 tỷ đồng</c>: a clause opens with the verb, and the level that is reached stands behind the change.</summary>
    bool OpensWithMove(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not { Verb: PhraseTag.None, Basis: null } || !sentence[quantity.Chunk + 1].Is(',') || !sentence[quantity.Chunk + 2].Is(PhraseTag.Reach)) return false;
        if (sentence[quantity.Chunk + 3].Quantity is not { } level || level.Unit == quantity.Unit) return false;
        var i = quantity.Lead - 1;
        while (sentence[i].Kind is ChunkKind.Word) i--;
        return (sentence[i].Is(PhraseTag.Rise) || sentence[i].Is(PhraseTag.Fall)) && (sentence.Parts(i - 1) || sentence[i - 1].Kind is ChunkKind.Period or ChunkKind.Mark or ChunkKind.Quantity);
    }

    /// <summary><c>tăng trưởng doanh thu 32% so với cùng kỳ</c>: what moves stands between the verb and the number.</summary>
    static bool MovesBefore(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && quantity.Lead - i <= MostWordsMoved && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i--)
        {
            if (!(sentence[i].Is(PhraseTag.Rise) || sentence[i].Is(PhraseTag.Fall) || sentence[i].Is(PhraseTag.Cut))) continue;
            quantity.Sign = sentence[i].Is(PhraseTag.Rise) ? 1 : -1;
            return true;
        }

        return false;
    }

    /// <summary><c>đạt 2.310 tỷ đồng, tương đương 106,5% so với cùng kỳ</c>: behind a value in another unit, a share of the other time's.</summary>
    bool EqualsPart(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not { Unit.Code: "%", Verb: PhraseTag.None, Basis.Period: not null, Signed: false } || quantity.Value < LeastQuotient || !sentence[quantity.Lead - 1].Is(',')) return false;
        if (!(sentence.Number(quantity) is > 0 and var n && sentence.Quantities[n - 1] is { Role: Role.Level, Unit: var unit } && unit != Unit.Percent)) return false;
        if (quantity.Qualifier == Qualifier.About && sentence[quantity.Lead].Is(words.Restating, tokens)) quantity.Qualifier = Qualifier.Exact;
        return true;
    }

    static Role By(Quantity quantity, Role role, string rule)
    {
        quantity.Rule = rule;
        return role;
    }

    static string LevelRule(Quantity quantity) => quantity switch
    {
        { Unit.Code: "rank" } => "a rank, behind a rank word",
        { Verb: PhraseTag.ReachesLevel } => "the level that a movement ends at",
        { Verb: PhraseTag.Reach or PhraseTag.Ratio } => "a value, behind a verb that states it",
        { Unit: null, Scaled: false } => "a count of the noun behind it",
        _ => "a value with its unit",
    };

    static Role Why(Quantity quantity, string reason)
    {
        quantity.Reason = reason;
        return Role.None;
    }

    static bool IsGoalCount(ChunkedSentence sentence, Quantity quantity) => quantity.Unit is null && sentence[quantity.Chunk + 1].Is(PhraseTag.Plan);

    /// <summary><c>chỉ tiêu về mật độ thuê bao đạt 102,76%</c>: of a target, so much was reached.</summary>
    bool IsTargetAttainment(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Verb != PhraseTag.Reach || !IsAttaining(sentence[quantity.Lead])) return false;
        for (var i = quantity.Lead - 1; i >= 0 && sentence[i].Kind != ChunkKind.Quantity && !sentence[i].Is(';'); i--)
        {
            if (sentence[i].Is(')') || sentence[i].Is(':') || sentence[i].Is(PhraseTag.Versus) || sentence[i].Word(tokens) == common.Is) return false;
            if (sentence[i].Is(PhraseTag.Goal) || sentence[i].Is(words.Setting, tokens)) return false;
            if (sentence[i].Is(PhraseTag.Plan)) return !sentence[i - 1].Is(PhraseTag.Versus) && sentence[i - 1].Word(tokens) != common.AccordingTo && (i == 0 || sentence.Parts(i - 1) || sentence[i - 1].Kind is ChunkKind.Phrase);
        }

        return false;
    }

    bool IsAttaining(in Chunk verb) => words.Attaining.BeginAt(tokens.AsSpan(0, verb.End), verb.First);

    /// <summary><c>tăng 23.182 người (8,7%)</c>, <c>tăng 23.182 người, tương ứng 8,7%</c>: the same is said in another unit.</summary>
    bool RestatesChange(ChunkedSentence sentence, Quantity quantity)
    {
        var bracketed = sentence[quantity.Lead - 1].Is('(') && sentence[quantity.Chunk + 1].Is(')');
        var equals = sentence[quantity.Lead].Is(words.Restating, tokens);
        if (quantity is not { Unit.Code: "%", Verb: PhraseTag.None } || !(bracketed || (equals && sentence[quantity.Lead - 1].Is(',')))) return false;
        for (var i = quantity.Lead - 2; i >= 0 && !sentence.Parts(i); i--)
        {
            if (sentence[i].Quantity is not { Role: Role.Change } change) continue;
            if (change.Unit == quantity.Unit) return false;
            quantity.Sign = change.Sign;
            quantity.Verb = change.Verb;
            if (equals && quantity.Qualifier == Qualifier.About) quantity.Qualifier = Qualifier.Exact;
            return true;
        }

        return false;
    }

    /// <summary><c>đạt mức tăng trưởng cao nhất trong ba năm (gần 30%)</c>: the bracket says how much.</summary>
    bool TellsGrowth(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Unit?.Code != "%" || !sentence[quantity.Lead - 1].Is('(')) return false;
        for (var i = quantity.Lead - 2; i >= 0 && !sentence.Parts(i) && sentence[i].Quantity is null or { Role: Role.None }; i--)
        {
            if (sentence[i].Is(PhraseTag.Decline)) quantity.Sign = -1;
            if (verbs.IsComparative(sentence[i])) return false;
            if (sentence[i].Kind == ChunkKind.Phrase && sentence[i].Tag is PhraseTag.Growth or PhraseTag.Decline or PhraseTag.Rise) return true;
        }

        return false;
    }
}

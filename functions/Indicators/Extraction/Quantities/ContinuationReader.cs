using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Gives numbers that go on from a neighbour what they share with it: a unit, what is counted, a rise or fall.</summary>
sealed class ContinuationReader(Language language, NonStatisticFilter exclusions, char[] text, Token[] tokens)
{
    /// <summary>Of two changes in one breath the second is not so many times the first, as a ratio would be.</summary>
    const int MostTimes = 5;

    readonly Words common = language.Words;
    readonly QuantityWords words = language.QuantityWords;

    /// <summary>Reads a sentence whose quantities have the roles that they have by themselves.</summary>
    public void Read(ChunkedSentence sentence)
    {
        ShareUnits(sentence);
        ContinueRanks(sentence);
        ContinueInBrackets(sentence);
        CountPoints(sentence);
        ContinueCounts(sentence);
        ContinueMeasures(sentence);
        ContinueChanges(sentence);
        CountFellows(sentence);
        TakeWholes(sentence);
    }

    /// <summary><c>tại bưu điện 41 điểm, trường học 15 điểm</c>: where the first are places, the next are too.</summary>
    void CountPoints(ChunkedSentence sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (before, quantity) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (quantity is { Role: Role.Level, Unit.Code: "score", Total: null } && quantity.Value % 1 == 0 && (before.Unit == Unit.Count || (before is { Role: Role.Level, Unit: null } && sentence[before.Chunk + 1].Word(tokens) == common.Points))) quantity.Unit = Unit.Count;
        }
    }

    /// <summary><c>đứng thứ 35, 44 và 29 toàn quốc</c>: ranks in a row, of which the first has the word; what follows the last is said of all.</summary>
    void ContinueRanks(ChunkedSentence sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            if (sentence.Quantities[n - 1] is not { Role: Role.Level, Unit.Code: "rank", Total: null }) continue;
            var last = n;
            while (last < sentence.Quantities.Count && JoinsRanks(sentence, sentence.Quantities[last - 1], sentence.Quantities[last])) last++;
            // Xếp thứ 2, 12 xã: one number with a noun of its own counts that.
            if (last == n || exclusions.HasNoun(sentence, sentence.Quantities[n].Chunk)) continue;
            for (; n < last; n++) (sentence.Quantities[n].Unit, sentence.Quantities[n].Role, sentence.Quantities[n].Reason, sentence.Quantities[n].Kind, sentence.Quantities[n].Rule) = (Unit.Rank, Role.Level, "", null, "one of several ranks in a row");
        }
    }

    bool JoinsRanks(ChunkedSentence sentence, Quantity before, Quantity next) =>
        next is { Unit: null, Total: null, Scaled: false, Verb: PhraseTag.None } && next.Value % 1 == 0 && next.Lead == before.Chunk + 2
        && (sentence[before.Chunk + 1].Is(',') || sentence[before.Chunk + 1].Is(';') ? !exclusions.HasNoun(sentence, next.Chunk) : IsAnd(sentence[before.Chunk + 1]));

    /// <summary><c>Hậu Giang 21, An Giang 23</c> behind a rank, <c>Lai Châu 78,9; Sơn La 84,6</c> behind a density: bare numbers behind names take the unit of the value before them.</summary>
    void ContinueMeasures(ChunkedSentence sentence)
    {
        Quantity? measured = null;
        for (var n = 0; n < sentence.Quantities.Count; n++)
        {
            var quantity = sentence.Quantities[n];
            if (measured is not null && quantity is { Role: Role.None, Unit: null, Total: null, Scaled: false, Verb: PhraseTag.None } && (measured.Unit == Unit.Per100 || quantity.Value % 1 == 0)
                && NamesPart(sentence, quantity.Lead - 1) && sentence.Parts(quantity.Chunk + 1) && (n + 1 == sentence.Quantities.Count || IsAlike(sentence.Quantities[n + 1]) || sentence.Quantities[n - 1].Rule == Measured))
                (quantity.Unit, quantity.Role, quantity.Reason, quantity.Kind, quantity.Rule) = (measured.Unit, Role.Level, "", null, Measured);
            if (quantity.Role == Role.Level) measured = quantity.Unit == Unit.Rank || quantity.Unit == Unit.Per100 ? quantity : null;
        }
    }

    const string Measured = "a value that goes on in the unit of those before it";

    static bool IsAlike(Quantity next) => next is { Unit: null, Total: null, Scaled: false, Verb: PhraseTag.None };

    /// <summary><c>xếp thứ 31 (năm 2022: 34)</c>, <c>đạt 78,9 thuê bao/100 dân (năm 2011: 75,9)</c>: a number alone behind a time in brackets has the unit of the value before them.</summary>
    static void ContinueInBrackets(ChunkedSentence sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (value, other) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (value is not { Role: Role.Level, Unit: not null } || other is not { Role: Role.None, Unit: null, Total: null, Scaled: false } || other.NounEnd > other.NounFirst || !(sentence[other.Chunk + 1].Is(')') || sentence[other.Chunk + 1].Is(';'))) continue;
            var i = other.Lead - 1;
            if (sentence[i].Is(':')) i--;
            if (sentence[i].Period is not { } period || !(sentence[i - 1].Is('(') || (sentence[i - 1].Is(';') && sentence.IsBracketed(other))) || i - 1 < value.Chunk || sentence.HasQuantity(value.Chunk, i)) continue;
            (other.Unit, other.Role, other.Reason, other.Kind, other.Rule) = (value.Unit, Role.Level, "", null, "the value of another time, in the unit of the one before it");
            other.LevelOf = new BasisMention(period);
        }
    }

    /// <summary><c>29 xã trên tổng số 32 xã</c>: the same is counted twice, and the second number is the whole.</summary>
    void TakeWholes(ChunkedSentence sentence)
    {
        if (!sentence.Has(PhraseTag.Total)) return;
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (part, whole) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (part is not { Role: Role.Level, Unit: null, Total: null, Scaled: false } || whole is not { Role: Role.Level, Unit: null, Total: null } || whole.Value < part.Value) continue;
            if (!sentence.Counts(part) || !sentence.Counts(whole) || !IsSame(sentence[part.Chunk + 1], sentence[whole.Chunk + 1])) continue;
            var i = part.Chunk + 1;
            while (sentence[i].Kind == ChunkKind.Word || sentence[i].Is(PhraseTag.Ordinal)) i++;
            if (!words.OutOf.Contains(sentence[i].Word(tokens)) || !sentence[i + 1].Is(PhraseTag.Total) || i + 2 != whole.Chunk) continue;
            (part.Total, part.NounEnd) = (whole.Value, whole.NounEnd);
            (whole.Role, whole.Reason) = (Role.None, "the whole of which the number before it is a part");
        }
    }

    /// <summary><c>đứng thứ 2 trong tổng số 63 địa phương</c>: the second number is of how many.</summary>
    void CountFellows(ChunkedSentence sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (rank, all) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (rank is not { Role: Role.Level, Total: null, Unit.Code: "rank" } || all is not { Unit: null, Total: null, Scaled: false } || all.Value < rank.Value) continue;
            if (!words.OutOf.Contains(sentence[rank.Chunk + 1].Word(tokens))) continue;
            var i = rank.Chunk + 2;
            while (sentence[i].Is(PhraseTag.Total) || sentence[i].Is(PhraseTag.Ordinal)) i++;
            if (i < all.Chunk || !exclusions.HasNoun(sentence, all.Chunk)) continue;
            (rank.Total, all.Role, all.Reason) = (all.Value, Role.None, "how many are ranked");
            rank.BasisEnd = Math.Max(rank.BasisEnd, all.Chunk + 1);
        }
    }

    /// <summary><c>mức độ 3, 198 dịch vụ</c>: the first belongs to the word before it.</summary>
    static bool IsOrdinal(ChunkedSentence sentence, Quantity quantity) => quantity.IsLeft && quantity.Lead == quantity.Chunk && sentence[quantity.Lead - 1] is { Kind: ChunkKind.Phrase, Tag: PhraseTag.Ordinal or PhraseTag.Numbered };

    /// <summary><c>952, 1.309 và 1.378 trạm</c>, <c>từ 5 đến 7 tỷ đồng</c>: bare numbers in a row take the multiplier and the unit of the last.</summary>
    void ShareUnits(ChunkedSentence sentence)
    {
        for (var n = sentence.Quantities.Count - 2; n >= 0; n--)
        {
            var (quantity, next) = (sentence.Quantities[n], sentence.Quantities[n + 1]);
            if (quantity.Unit is not null || quantity.Scaled || quantity.Value > Quantity.MostScaled || next.Role == Role.None || next.Chunk - quantity.Chunk != 2 || IsOrdinal(sentence, quantity) || exclusions.HasNoun(sentence, quantity.Chunk)) continue;
            var between = sentence[quantity.Chunk + 1];
            var range = between.Is('-') || words.RangeTo.Contains(between.Word(tokens));
            if (!(range || between.Is(',') || between.Is(';') || IsAnd(between))) continue;
            quantity.Unit = next.Unit;
            quantity.Value *= next.Scale;
            quantity.Scale = next.Scale;
            quantity.Role = next.Role;
            quantity.Reason = "";
            quantity.Rule = "one of several numbers that share the unit of the last";
            (quantity.NounFirst, quantity.NounEnd) = (next.NounFirst, next.NounEnd);
            if (range) (quantity.Qualifier, next.Qualifier) = (Qualifier.Over, Qualifier.Under);
        }
    }

    /// <summary><c>1.250 thuê bao (di động: 1.230; cố định: 20)</c>, <c>đúng hạn 118.900</c>: a bare number behind the name of a part counts what the whole counted.</summary>
    void ContinueCounts(ChunkedSentence sentence)
    {
        Quantity? whole = null;
        foreach (var quantity in sentence.Quantities)
        {
            if (whole is not null && quantity is { Role: Role.None, Unit: null, Total: null, Scaled: false, Verb: PhraseTag.None or PhraseTag.Reach } && quantity.Value % 1 == 0
                && ((NamesPart(sentence, quantity.Lead - 1) && (sentence.Parts(quantity.Chunk + 1) || IsAnd(sentence[quantity.Chunk + 1]))) || IsSome(sentence, quantity)))
            {
                (quantity.Role, quantity.Reason, quantity.Rule) = (Role.Level, "", "a part, which counts what its whole counts");
                (quantity.NounFirst, quantity.NounEnd) = whole.NounEnd > whole.NounFirst ? (whole.NounFirst, whole.NounEnd) : SubjectOf(sentence, whole);
            }

            if (quantity is { Role: Role.Level, Unit: null }) whole = quantity;
        }
    }

    /// <summary><c>1.286 dịch vụ, 741 trong số đó</c>, <c>trong đó 1.512 của tổ chức, 8.102 của cá nhân</c>: so many of them.</summary>
    bool IsSome(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Lead != quantity.Chunk || !(sentence.Parts(quantity.Lead - 1) || sentence[quantity.Lead - 1].Is(PhraseTag.OfWhich) || IsAnd(sentence[quantity.Lead - 1]))) return false;
        return sentence[quantity.Chunk + 1].Is(PhraseTag.OfWhich) || (sentence[quantity.Chunk + 1].Word(tokens) == common.Of && sentence.IsPart(quantity));
    }

    /// <summary>The clause before a number that counts its subject.</summary>
    static (int First, int End) SubjectOf(ChunkedSentence sentence, Quantity whole)
    {
        var end = sentence[whole.Lead - 1].Is(':') ? whole.Lead - 1 : whole.Lead;
        var first = end;
        while (!sentence.Parts(first - 1)) first--;
        return (first, end);
    }

    /// <summary>Words at the start of a clause, with or without a colon behind them; an ordinal word may end them: <c>cấp huyện 286</c>.</summary>
    bool NamesPart(ChunkedSentence sentence, int last)
    {
        if (sentence[last].Is(PhraseTag.Ordinal) && sentence[last - 1].Kind == ChunkKind.Word) last--;
        if (sentence[last].Is(':')) return sentence[last - 1].Kind == ChunkKind.Word;
        var first = last;
        while (first >= 0 && sentence[first].Kind == ChunkKind.Word) first--;
        return first < last && last - first <= 4 && (sentence[first].Is(',') || sentence[first].Is(';') || sentence[first].Is(':') || sentence[first].Is('(') || sentence[first].Is(PhraseTag.OfWhich) || sentence[first].Is(words.Including, tokens) || IsAnd(sentence[first]));
    }

    /// <summary><c>giảm 2 trường cao đẳng, 1 trường trung cấp</c>: the second goes down too.</summary>
    void ContinueChanges(ChunkedSentence sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (before, quantity) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (GoesOnAgainstAnotherBasis(sentence, before, quantity)) (quantity.Role, quantity.Sign, quantity.Verb, quantity.Rule) = (Role.Change, before.Sign, before.Verb, "a change that goes on from the one before it");
            if (GoesOnInAnotherRegard(sentence, before, quantity))
            {
                (quantity.Role, quantity.Sign, quantity.Verb, quantity.Rule) = (Role.Change, before.Sign, before.Verb, "a change that goes on from the one before it");
                before.Basis ??= quantity.Basis;
                continue;
            }

            if (MovesToo(sentence, before, quantity))
            {
                (quantity.Role, quantity.Reason, quantity.Kind, quantity.Sign, quantity.Verb, quantity.Rule) = (Role.Change, "", null, before.Sign, before.Verb, "a change that goes on from the one before it");
                before.Basis ??= quantity.Basis;
                continue;
            }

            if (before is not { Role: Role.Change, Unit: null } || quantity is not { Role: Role.Level, Unit: null, Verb: PhraseTag.None, Total: null }) continue;
            if (quantity.Chunk - before.NounEnd != 1 || !(sentence[before.NounEnd].Is(',') || IsAnd(sentence[before.NounEnd]))) continue;
            (quantity.Role, quantity.Sign, quantity.Verb, quantity.Rule) = (Role.Change, before.Sign, before.Verb, "a change that goes on from the one before it");
        }
    }

    /// <summary><c>tăng 0,05 điểm và 3 bậc so với năm 2022</c>: the score and its rank move together.</summary>
    bool MovesToo(ChunkedSentence sentence, Quantity before, Quantity quantity) =>
        before is { Role: Role.Change, Basis: null, Unit.Code: "score" or "%" or "point" } && quantity is { Unit.Code: "rank", Verb: PhraseTag.None } && quantity.Lead - before.Chunk == 2 && IsAnd(sentence[before.Chunk + 1]);

    /// <summary><c>tăng 43% về số lượng và 24% về giá trị so với cùng kỳ</c>.</summary>
    bool GoesOnInAnotherRegard(ChunkedSentence sentence, Quantity before, Quantity quantity) =>
        before is { Role: Role.Change, Unit.Code: "%" } && quantity is { Role: Role.Level or Role.Ratio, Unit.Code: "%", Verb: PhraseTag.None }
        && IsAnd(sentence[quantity.Lead - 1]) && IsRegard(sentence, before) && IsRegard(sentence, quantity);

    bool IsRegard(ChunkedSentence sentence, Quantity quantity) => quantity.Chunk + 1 < sentence.Chunks.Count && sentence[quantity.Chunk + 1].Word(tokens) == common.Regarding;

    /// <summary><c>tăng 2% so với tháng trước và 5% so với cùng kỳ</c>.</summary>
    bool GoesOnAgainstAnotherBasis(ChunkedSentence sentence, Quantity before, Quantity quantity) =>
        before is { Role: Role.Change, Basis: not null } && quantity is { Verb: PhraseTag.None, Basis: { } basis } && (!basis.IsPlan || (before.Basis.IsPlan && quantity.Value < before.Value * MostTimes)) && quantity.Unit == before.Unit
        && quantity.Lead - before.BasisEnd == 1 && (sentence[before.BasisEnd].Is(',') || IsAnd(sentence[before.BasisEnd]));

    bool IsAnd(in Chunk chunk) => chunk.Word(tokens) == common.And;

    /// <summary>Whether two chunks are the same word.</summary>
    bool IsSame(in Chunk one, in Chunk other) => one.In(text, tokens).SequenceEqual(other.In(text, tokens));
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the numbers that state nothing: codes, contacts, ordinals, thresholds, prices, attributes; each of a kind of nonstatistics.json.</summary>
sealed class NonStatisticFilter(Language language, char[] text, Token[] tokens)
{
    /// <summary><c>đô thị hạng 5</c>, <c>khách sạn hạng 5 sao</c>.</summary>
    const int MostClasses = 5;

    /// <summary>Behind <c>lưu</c> the offices that keep a copy take rarely more chunks.</summary>
    const int MostFilers = 10;

    readonly BareNumbers bare = new(language.Words, language.QuantityWords, text, tokens);
    readonly NonStatisticWords kinds = new(language.NonStatistics, tokens);
    readonly QuantityWords words = language.QuantityWords;

    /// <summary><c>của 63 tỉnh</c>, <c>trong 8 lĩnh vực</c>; so many and more were counted to be told.</summary>
    const int MostAttributes = 100;

    /// <summary>Which kind of number that is no statistic a quantity is; null where it is one. Sets the unit of a rank.</summary>
    public NonStatisticKind? KindOf(ChunkedSentence sentence, Quantity quantity)
    {
        var found = quantity.Role switch
        {
            Role.Level => ByPlace(sentence, quantity) ?? kinds.Of(sentence, quantity, moves: false) ?? ByBuild(sentence, quantity),
            Role.Change => kinds.Of(sentence, quantity, moves: true),
            _ => null,
        };
        return found is not null && found.Id != language.WithoutKind ? found : null;
    }

    /// <summary>Contacts and codes, which may look like anything.</summary>
    NonStatisticKind? ByPlace(ChunkedSentence sentence, Quantity quantity)
    {
        var digits = Digits(quantity);
        if (digits[0] == '0' && digits.Length > 3 && digits[1] is not (',' or '.')) return Kinds["telephone"];
        return IsNearContact(sentence, quantity.Chunk) && !((IsAmount(digits) || quantity.Total is not null) && (quantity.Unit is not null || HasNoun(sentence, quantity.Chunk))) ? Kinds["contact"] : null;
    }

    /// <summary>What the build of the sentence around a number tells.</summary>
    NonStatisticKind? ByBuild(ChunkedSentence sentence, Quantity quantity)
    {
        var at = quantity.Chunk;
        var before = sentence[quantity.Lead - 1];
        if (at == 0 && (sentence[1].Is('.') || sentence[1].Is(')') || sentence[1].Is('/')) && quantity.Unit is null) return Kinds["list-item"];
        if (IsThreshold(sentence, quantity)) return Kinds["threshold"];
        if (IsMostInBrackets(sentence, quantity)) return Kinds["limit"];
        if (IsFileCopy(sentence, quantity)) return Kinds["files"];
        if (IsRank(sentence, quantity)) return null;
        if (IsRateInTime(quantity)) return Each;
        var counted = quantity.Unit is null || quantity.Unit.Value.Code is "year" or "day" or "hour" or "minute" or "score";
        if (!counted) return quantity.Unit!.Value.Code is "rank" && quantity.Verb == PhraseTag.None ? Kinds["rank-move"] : null;
        if (before.Kind == ChunkKind.Phrase && before.Tag is PhraseTag.Ordinal or PhraseTag.Numbered && !quantity.Scaled && quantity.Lead == at && !IsAmount(Digits(quantity))) return Kinds["document"];
        if (before.Kind == ChunkKind.Phrase && before.Tag is PhraseTag.Partitive && quantity.Verb == PhraseTag.None) return Kinds["ranking"];
        if (quantity.Unit is { } unit)
            return unit.Code == "score" || quantity.Verb is PhraseTag.Reach or PhraseTag.ReachesLevel || sentence[at - 1].Is(words.Means, tokens) ? null : Kinds["duration"];
        if (IsPageCounter(sentence, quantity)) return Kinds["page-counter"];
        if (HasNoun(sentence, at)) return IsAttribute(sentence, quantity) ? Kinds["attribute"] : null;
        if (bare.States(sentence, quantity)) return null;
        return quantity.Total is null ? Kinds["bare"] : Kinds["fraction"];
    }

    NonStatistics Kinds => language.NonStatistics;

    NonStatisticKind Each => Kinds["rate-in-time"];

    ReadOnlySpan<char> Digits(Quantity quantity) => text.AsSpan(tokens[quantity.First].Start..tokens[quantity.First].End);

    /// <summary><c>30.000 đồng/cột/năm</c>, <c>5 kỳ/tuần</c>: what each costs or gets, and what comes in each day; incomes and products of each person are told of a whole.</summary>
    bool IsRateInTime(Quantity quantity)
    {
        if (quantity.Unit is not { } unit || unit.Code.AsSpan().IndexOf('/') is not (> 0 and var stroke)) return false;
        var each = unit.Code[(stroke + 1)..];
        return unit.Code.AsSpan(0, stroke) is "VND" or "USD" or "EUR" ? !each.StartsWith(Each.EachUnless, StringComparison.Ordinal) : unit.Code[0] is not '%' && Each.Each.Contains(each);
    }

    /// <summary><c>Hoàng Anh | 12 bình luận</c>, <c>Chia sẻ 88 Thích 12</c>; in a sentence, <c>trang đăng 120 tin, 12 bình luận</c>, they are counted.</summary>
    bool IsPageCounter(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Verb != PhraseTag.None || quantity.Unit is not null) return false;
        var before = sentence[quantity.Lead - 1];
        if (quantity.Lead > 0 && !(before.Kind == ChunkKind.Mark && before.Mark is not (',' or ';' or '('))) return IsReaction(sentence, quantity.Lead - 2);
        return IsReaction(sentence, quantity.Chunk + 1);
    }

    bool IsReaction(ChunkedSentence sentence, int i) =>
        sentence[i].Kind == ChunkKind.Word && sentence[i + 1].Kind == ChunkKind.Word && words.Reactions.Are(tokens, sentence[i].First, sentence[i + 1].End);

    /// <summary>Ordinals have neither decimals nor thousands set apart.</summary>
    static bool IsAmount(ReadOnlySpan<char> digits) => digits.Contains(',') || (digits.Length > 4 && digits[^4] == '.');

    bool IsAttribute(ChunkedSentence sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        if (before.Kind != ChunkKind.Phrase || before.Tag != PhraseTag.Function || quantity.Lead != quantity.Chunk || quantity.Value >= MostAttributes) return false;
        return words.Among.Contains(before.Word(tokens));
    }

    /// <summary><c>Điện thoại: 0299…</c>, <c>Địa chỉ: 56 …</c>: nothing but marks and short words between.</summary>
    static bool IsNearContact(ChunkedSentence sentence, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (sentence[i].Is(PhraseTag.Contact)) return i == at - 1 || sentence[i + 1].Is(':') || sentence[i + 2].Is(':');
            if (sentence[i].Kind is ChunkKind.Phrase or ChunkKind.Quantity) return false;
        }

        return false;
    }

    /// <summary><c>từ 10 lao động trở lên</c>; in <c>đạt 60% trở lên</c> it is what is reached.</summary>
    bool IsThreshold(ChunkedSentence sentence, Quantity quantity)
    {
        var at = quantity.Chunk;
        for (var i = at + 1; i <= at + 3 && i < sentence.Chunks.Count && !sentence.Parts(i); i++)
        {
            if (!sentence[i].Is(PhraseTag.Threshold)) continue;
            if (i == at + 1 && (quantity.Unit == Unit.Percent || quantity.Unit == Unit.Score) && StatesLeast(sentence, quantity, i)) (quantity.Verb, quantity.Qualifier) = (PhraseTag.Reach, Qualifier.Over);
            if (i > at + 1 || !(quantity.Unit == Unit.Percent || (quantity.Unit == Unit.Score && sentence.Has(PhraseTag.Goal))) || quantity.Verb != PhraseTag.Reach || QualifiesCount(sentence, quantity)) return true;
            quantity.Qualifier = Qualifier.Over;
        }

        return false;
    }

    /// <summary><c>Mức độ hài lòng của người dân từ 90% trở lên.</c>: the clause says no more, and what it says is of its subject.</summary>
    bool StatesLeast(ChunkedSentence sentence, Quantity quantity, int threshold)
    {
        if (!sentence.Parts(threshold + 1) || !(sentence[quantity.Lead - 1].Is(PhraseTag.Function) && sentence[quantity.Lead - 1].Word(tokens) == language.Words.From)) return false;
        var i = quantity.Lead - 2;
        while (!sentence.Parts(i) && sentence[i].Kind is ChunkKind.Word or ChunkKind.Phrase && !sentence[i].Is(PhraseTag.Reach)) i--;
        return i < quantity.Lead - 2 && (sentence.Parts(i) || sentence[i].Kind is ChunkKind.Mark or ChunkKind.Period);
    }

    /// <summary><c>dân cư thưa thớt (dưới 20 hộ)</c>: a bracket with a limit alone tells what the words before it mean.</summary>
    bool IsMostInBrackets(ChunkedSentence sentence, Quantity quantity) =>
        quantity is { Unit: null, Total: null } && sentence[quantity.Lead - 1].Is('(') && sentence[quantity.Lead - 2].Kind == ChunkKind.Word
        && sentence[quantity.Lead].Word(tokens) == language.Words.Under && sentence[quantity.NounEnd].Is(')');

    /// <summary><c>- Lưu: VT, CNTT (02 bản)</c>.</summary>
    bool IsFileCopy(ChunkedSentence sentence, Quantity quantity)
    {
        if (EndsFiles(sentence, quantity)) return true;
        var first = sentence[0].Kind == ChunkKind.Mark ? 1 : 0;
        return sentence[first].Kind == ChunkKind.Word && sentence[first].Word(tokens) == words.Filed
            && sentence[quantity.Lead - 1].Is('(') && sentence[quantity.Chunk + 1].Word(tokens) == words.Copy && sentence[quantity.Chunk + 2].Is(')');
    }

    /// <summary><c>…; lưu VT, 05 bản.</c></summary>
    bool EndsFiles(ChunkedSentence sentence, Quantity quantity)
    {
        if (!sentence[quantity.Lead - 1].Is(',') || sentence[quantity.Chunk + 1].Word(tokens) != words.Copy || !sentence.Parts(quantity.Chunk + 2)) return false;
        for (var i = quantity.Lead - 2; i >= 0 && quantity.Lead - i <= MostFilers && sentence[i].Kind != ChunkKind.Quantity; i--)
            if (sentence[i].Kind == ChunkKind.Word && sentence[i].Word(tokens) == words.Filed) return i == 0 || sentence[i - 1].Kind == ChunkKind.Mark;
        return false;
    }

    /// <summary><c>12 xã đạt từ 80% trở lên</c>: which of them are counted.</summary>
    static bool QualifiesCount(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && !sentence.Parts(i); i--)
            if (sentence[i].Quantity is { Unit: null, Role: Role.Level }) return true;
        return false;
    }

    /// <summary>Whether a rank word leads to the number; sets its unit.</summary>
    bool IsRank(ChunkedSentence sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        var ordinal = before.Is(PhraseTag.Ordinal) && words.Ordinals.Contains(before.Word(tokens))
            && (quantity.Total is not null || FollowsRank(sentence, quantity) || FollowsScore(sentence, quantity) || sentence[quantity.Lead - 2].LeadsOnto || IsBeyondClasses(sentence, quantity));
        if (!(before.Is(PhraseTag.Rank) || ordinal || IsBareRank(sentence, quantity)) || (quantity.Unit is { Code: not "rank" })) return false;
        quantity.Unit = Unit.Rank;
        return true;
    }

    /// <summary><c>đứng chót bảng, 63/63</c>, <c>Xếp cuối là Điện Biên, 63/63</c>: a fraction alone, behind a rank word of its sentence.</summary>
    static bool IsBareRank(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not { Unit: null, Scaled: false, Total: { } total } || quantity.Value > total || !sentence.Parts(quantity.Chunk + 1) || !sentence.Parts(quantity.Lead - 1)) return false;
        for (var i = quantity.Lead - 2; i >= 0 && !sentence[i].Is(';') && sentence[i].Kind != ChunkKind.Quantity; i--)
            if (sentence[i].Is(PhraseTag.Rank)) return true;
        return false;
    }

    /// <summary><c>đứng thứ 2 khu vực, thứ 10 toàn cầu</c>: the second is a rank too.</summary>
    static bool FollowsRank(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 2; i >= 0 && quantity.Lead - i < 10; i--)
            if (sentence[i].Quantity is { Unit.Code: not "score", Role: not Role.Change } before) return before.Unit == Unit.Rank && before.Role == Role.Level;
        return false;
    }

    /// <summary><c>đạt 0,71 điểm, hạng 13</c>, <c>đạt 89,2% (hạng 13)</c>: the place that a score or a share gives.</summary>
    static bool FollowsScore(ChunkedSentence sentence, Quantity quantity)
    {
        var i = quantity.Lead - 2;
        while (i >= 0 && (sentence[i].Is(',') || sentence[i].Is(';') || sentence[i].Is('(') || sentence[i].Kind == ChunkKind.Phrase)) i--;
        return sentence[i].Quantity is { Role: Role.Level, Unit.Code: "%" or "score" };
    }

    /// <summary><c>lên hạng 20</c>; of towns, hospitals and officials there are no more classes than <see cref="MostClasses"/>.</summary>
    bool IsBeyondClasses(ChunkedSentence sentence, Quantity quantity) =>
        quantity is { Unit: null, Scaled: false, Value: > MostClasses } && sentence[quantity.Lead - 1].Word(tokens) == words.Class && !HasNoun(sentence, quantity.Chunk);

    /// <summary>Whether a noun follows the number, so that it counts something.</summary>
    public bool HasNoun(ChunkedSentence sentence, int at)
    {
        var next = sentence[at + 1];
        if (next.Kind == ChunkKind.Mark && next.Mark is '"' or '“' or '”' or '‘') next = sentence[at + 2];
        return next.Kind switch
        {
            ChunkKind.Word => tokens[next.First].Kind == TokenKind.Word,
            ChunkKind.Phrase when next.Tag is PhraseTag.Rank => next.Is(words.Positions, tokens),
            ChunkKind.Phrase when next.Is(PhraseTag.Ordinal) && sentence[at + 2].Kind == ChunkKind.Quantity => false,
            ChunkKind.Phrase => next.Tag is PhraseTag.Ordinal or PhraseTag.Plan or PhraseTag.Numbered or PhraseTag.Caption or PhraseTag.Contact or PhraseTag.Goal or PhraseTag.Review,
            _ => false,
        };
    }
}

using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the numbers that state nothing: codes, contacts, ordinals, thresholds, attributes.</summary>
sealed class Exclusions(Words words, char[] text, Token[] tokens)
{
    /// <summary><c>đô thị hạng 5</c>, <c>khách sạn hạng 5 sao</c>.</summary>
    const int MostClasses = 5;

    readonly BareNumbers bare = new(words, text, tokens);

    /// <summary><c>của 63 tỉnh</c>, <c>trong 8 lĩnh vực</c>; so many and more were counted to be told.</summary>
    const int MostAttributes = 100;

    /// <summary>Why a number is no statistic; null where it is one. Sets the unit of a rank.</summary>
    public string? WhyNot(SentencePieces sentence, Quantity quantity)
    {
        var at = quantity.Piece;
        var before = sentence[quantity.Lead - 1];
        var first = tokens[quantity.First];
        var digits = text.AsSpan(first.Start, first.End - first.Start);
        if (digits[0] == '0' && digits.Length > 3 && digits[1] is not (',' or '.')) return "a telephone number or a code";
        if (IsNearContact(sentence, at) && !(IsAmount(digits) && (quantity.Unit is not null || HasNoun(sentence, at)))) return "a telephone number or an address";
        if (at == 0 && (sentence[1].Is('.') || sentence[1].Is(')') || sentence[1].Is('/')) && quantity.Unit is null) return "the number of a list item";
        if (IsThreshold(sentence, quantity) || IsMostInBrackets(sentence, quantity)) return "a threshold";
        if (IsFileCopy(sentence, quantity)) return "a number of copies for the files";
        if (IsRank(sentence, quantity)) return null;
        var counted = quantity.Unit is null || quantity.Unit.Value.Code is "year" or "day" or "hour" or "minute" or "score";
        if (!counted) return quantity.Unit!.Value.Code is "rank" && quantity.Verb == Sense.None ? "a rank move without its verb" : null;
        if (before.Kind == PieceKind.Phrase && before.Sense is Sense.Ordinal or Sense.Numbered && !quantity.Scaled && quantity.Lead == at && !IsAmount(digits)) return "an ordinal or the number of a document";
        if (before.Kind == PieceKind.Phrase && before.Sense is Sense.Partitive) return "part of a name or a ranking";
        if (quantity.Unit is { } unit)
            return unit.Code == "score" || quantity.Verb is Sense.Reach or Sense.Onto ? null : "a duration";
        if (IsPageCounter(sentence, quantity)) return "a counter of the page";
        if (HasNoun(sentence, at))
            return IsAttribute(sentence, quantity) ? "an attribute of what is named before it" : null;
        if (bare.States(sentence, quantity)) return null;
        return quantity.Total is null ? "a number without a unit, a noun or a verb" : "a fraction of nothing named";
    }

    /// <summary><c>Hoàng Anh | 12 bình luận</c>, <c>Chia sẻ 88 Thích 12</c>; in a sentence, <c>trang đăng 120 tin, 12 bình luận</c>, they are counted.</summary>
    bool IsPageCounter(SentencePieces sentence, Quantity quantity)
    {
        if (quantity.Verb != Sense.None || quantity.Unit is not null) return false;
        var before = sentence[quantity.Lead - 1];
        if (quantity.Lead > 0 && !(before.Kind == PieceKind.Mark && before.Mark is not (',' or ';' or '('))) return IsReaction(sentence, quantity.Lead - 2);
        return IsReaction(sentence, quantity.Piece + 1);
    }

    bool IsReaction(SentencePieces sentence, int i) =>
        sentence[i].Kind == PieceKind.Word && sentence[i + 1].Kind == PieceKind.Word
        && text.AsSpan(tokens[sentence[i].First].Start..tokens[sentence[i + 1].End - 1].End) is "bình luận" or "chia sẻ";

    /// <summary>Ordinals have neither decimals nor thousands set apart.</summary>
    static bool IsAmount(ReadOnlySpan<char> digits) => digits.Contains(',') || (digits.Length > 4 && digits[^4] == '.');

    bool IsAttribute(SentencePieces sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        if (before.Kind != PieceKind.Phrase || before.Sense != Sense.Function || quantity.Lead != quantity.Piece || quantity.Value >= MostAttributes) return false;
        return Folded(before) is "của" or "trong" or "giữa" or "qua" or "sau";
    }

    /// <summary><c>Điện thoại: 0299…</c>, <c>Địa chỉ: 56 …</c>: nothing but marks and short words between.</summary>
    static bool IsNearContact(SentencePieces sentence, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (sentence[i].Is(Sense.Contact)) return i == at - 1 || sentence[i + 1].Is(':') || sentence[i + 2].Is(':');
            if (sentence[i].Kind is PieceKind.Phrase or PieceKind.Quantity) return false;
        }

        return false;
    }

    /// <summary><c>từ 10 lao động trở lên</c>; in <c>đạt 60% trở lên</c> it is what is reached.</summary>
    bool IsThreshold(SentencePieces sentence, Quantity quantity)
    {
        var at = quantity.Piece;
        for (var i = at + 1; i <= at + 3 && i < sentence.Pieces.Count && !sentence.Parts(i); i++)
        {
            if (!sentence[i].Is(Sense.Threshold)) continue;
            if (i == at + 1 && quantity.Unit == Unit.Percent && StatesLeast(sentence, quantity, i)) (quantity.Verb, quantity.Qualifier) = (Sense.Reach, Qualifier.Over);
            if (i > at + 1 || !(quantity.Unit == Unit.Percent || (quantity.Unit == Unit.Score && sentence.Has(Sense.Goal))) || quantity.Verb != Sense.Reach || QualifiesCount(sentence, quantity)) return true;
            quantity.Qualifier = Qualifier.Over;
        }

        return false;
    }

    /// <summary><c>Mức độ hài lòng của người dân từ 90% trở lên.</c>: the clause says no more, and what it says is of its subject.</summary>
    bool StatesLeast(SentencePieces sentence, Quantity quantity, int threshold)
    {
        if (sentence.Quantities[^1] != quantity || !sentence.Parts(threshold + 1) || !(sentence[quantity.Lead - 1].Is(Sense.Function) && Folded(sentence[quantity.Lead - 1]) is "từ")) return false;
        var i = quantity.Lead - 2;
        while (!sentence.Parts(i) && sentence[i].Kind is PieceKind.Word or PieceKind.Phrase && !sentence[i].Is(Sense.Reach)) i--;
        return i < quantity.Lead - 2 && (sentence.Parts(i) || sentence[i].Kind == PieceKind.Mark);
    }

    /// <summary><c>dân cư thưa thớt (dưới 20 hộ)</c>: a bracket with a limit alone tells what the words before it mean.</summary>
    bool IsMostInBrackets(SentencePieces sentence, Quantity quantity) =>
        quantity is { Unit: null, Total: null } && sentence[quantity.Lead - 1].Is('(') && sentence[quantity.Lead - 2].Kind == PieceKind.Word
        && Folded(sentence[quantity.Lead]) is "dưới" && sentence[quantity.NounEnd].Is(')');

    /// <summary><c>- Lưu: VT, CNTT (02 bản)</c>.</summary>
    bool IsFileCopy(SentencePieces sentence, Quantity quantity)
    {
        var first = sentence[0].Kind == PieceKind.Mark ? 1 : 0;
        return sentence[first].Kind == PieceKind.Word && Folded(sentence[first]) is "lưu"
            && sentence[quantity.Lead - 1].Is('(') && Folded(sentence[quantity.Piece + 1]) is "bản" && sentence[quantity.Piece + 2].Is(')');
    }

    /// <summary><c>12 xã đạt từ 80% trở lên</c>: which of them are counted.</summary>
    static bool QualifiesCount(SentencePieces sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && !sentence.Parts(i); i--)
            if (sentence[i].Quantity is { Unit: null, Role: Role.Level }) return true;
        return false;
    }

    /// <summary>Whether a rank word leads to the number; sets its unit.</summary>
    bool IsRank(SentencePieces sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        var ordinal = before.Is(Sense.Ordinal) && Folded(before) is "thứ" or "hạng"
            && (quantity.Total is not null || FollowsRank(sentence, quantity) || FollowsScore(sentence, quantity) || sentence[quantity.Lead - 2].LeadsOnto || IsBeyondClasses(sentence, quantity));
        if (!(before.Is(Sense.Rank) || ordinal || IsBareRank(sentence, quantity)) || (quantity.Unit is { Code: not "rank" })) return false;
        quantity.Unit = Unit.Rank;
        return true;
    }

    /// <summary><c>đứng chót bảng, 63/63</c>, <c>Xếp cuối là Điện Biên, 63/63</c>: a fraction alone, behind a rank word of its sentence.</summary>
    static bool IsBareRank(SentencePieces sentence, Quantity quantity)
    {
        if (quantity is not { Unit: null, Scaled: false, Total: { } total } || quantity.Value > total || !sentence.Parts(quantity.Piece + 1) || !sentence.Parts(quantity.Lead - 1)) return false;
        for (var i = quantity.Lead - 2; i >= 0 && !sentence[i].Is(';') && sentence[i].Kind != PieceKind.Quantity; i--)
            if (sentence[i].Is(Sense.Rank)) return true;
        return false;
    }

    /// <summary><c>đứng thứ 2 khu vực, thứ 10 toàn cầu</c>: the second is a rank too.</summary>
    static bool FollowsRank(SentencePieces sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 2; i >= 0 && quantity.Lead - i < 10; i--)
            if (sentence[i].Quantity is { } before) return before.Unit == Unit.Rank && before.Role == Role.Level;
        return false;
    }

    /// <summary><c>đạt 0,71 điểm, hạng 13</c>, <c>đạt 89,2% (hạng 13)</c>: the place that a score or a share gives.</summary>
    static bool FollowsScore(SentencePieces sentence, Quantity quantity)
    {
        var i = quantity.Lead - 2;
        while (i >= 0 && (sentence[i].Is(',') || sentence[i].Is(';') || sentence[i].Is('(') || sentence[i].Kind == PieceKind.Phrase)) i--;
        return sentence[i].Quantity is { Role: Role.Level, Unit.Code: "%" or "score" };
    }

    /// <summary><c>lên hạng 20</c>; of towns, hospitals and officials there are no more classes than <see cref="MostClasses"/>.</summary>
    bool IsBeyondClasses(SentencePieces sentence, Quantity quantity) =>
        quantity is { Unit: null, Scaled: false, Value: > MostClasses } && Folded(sentence[quantity.Lead - 1]) is "hạng" && !HasNoun(sentence, quantity.Piece);

    /// <summary>Whether a noun follows the number, so that it counts something.</summary>
    public bool HasNoun(SentencePieces sentence, int at)
    {
        var next = sentence[at + 1];
        if (next.Kind == PieceKind.Mark && next.Mark is '"' or '“' or '”' or '‘') next = sentence[at + 2];
        return next.Kind switch
        {
            PieceKind.Word => tokens[next.First].Kind == TokenKind.Word,
            PieceKind.Phrase when next.Sense is Sense.Rank => Folded(next) is "vị trí",
            PieceKind.Phrase when next.Is(Sense.Ordinal) && sentence[at + 2].Kind == PieceKind.Quantity => false,
            PieceKind.Phrase => next.Sense is Sense.Ordinal or Sense.Plan or Sense.Numbered or Sense.Caption or Sense.Contact or Sense.Goal or Sense.Review,
            _ => false,
        };
    }

    ReadOnlySpan<char> Folded(Piece piece) => piece.In(text, tokens);
}

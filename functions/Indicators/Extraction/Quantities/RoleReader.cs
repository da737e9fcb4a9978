using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells what each quantity of a sentence is, from the verb before it and the basis after it.</summary>
sealed class RoleReader(string text, Token[] tokens)
{
    /// <summary>How many pieces a verb may stand away from its number.</summary>
    const int Reach = 12;

    /// <summary>A basis farther from <c>so với</c> than so many words is part of some other name.</summary>
    const int MostBasisWords = 6;

    public void Read(SentencePieces sentence)
    {
        foreach (var quantity in sentence.Quantities)
        {
            FindNoun(sentence, quantity);
            FindVerb(sentence, quantity);
            FindBasis(sentence, quantity);
            if (quantity.Reason.Length > 0) continue;
            quantity.Role = RoleOf(sentence, quantity);
            if (quantity.Role == Role.Level && WhyNot(sentence, quantity) is { } reason)
            {
                quantity.Role = Role.None;
                quantity.Reason = reason;
            }
        }

        ShareUnits(sentence);
        ContinueChanges(sentence);
    }

    /// <summary><c>giảm 2 trường cao đẳng, 1 trường trung cấp</c>: the second goes down too.</summary>
    void ContinueChanges(SentencePieces sentence)
    {
        for (var n = 1; n < sentence.Quantities.Count; n++)
        {
            var (before, quantity) = (sentence.Quantities[n - 1], sentence.Quantities[n]);
            if (before is not { Role: Role.Change, Unit: null } || quantity is not { Role: Role.Level, Unit: null, Verb: Sense.None, Total: null }) continue;
            if (quantity.Piece - before.NounEnd != 1 || !(sentence[before.NounEnd].Is(',') || Folded(sentence[before.NounEnd]) is "và")) continue;
            (quantity.Role, quantity.Sign, quantity.Verb) = (Role.Change, before.Sign, before.Verb);
        }
    }

    void FindNoun(SentencePieces sentence, Quantity quantity)
    {
        var i = quantity.Piece + 1;
        for (; i < sentence.Pieces.Count && i - quantity.Piece < 40; i++)
        {
            var piece = sentence[i];
            if (piece.Kind == PieceKind.Quantity || (piece.Kind == PieceKind.Mark && sentence.Parts(i))) break;
            if (piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall or Sense.Exceed or Sense.Times or Sense.Versus or Sense.Onto
                or Sense.Thereof or Sense.Respectively or Sense.Unchanged or Sense.Clause) break;
        }

        quantity.NounEnd = i;
    }

    /// <summary>Walks back over qualifiers and adverbs to the verb.</summary>
    static void FindVerb(SentencePieces sentence, Quantity quantity)
    {
        var i = quantity.Piece - 1;
        for (; i >= 0 && quantity.Piece - i <= Reach; i--)
        {
            var piece = sentence[i];
            if (piece.Kind == PieceKind.Period && sentence[i - 1].Is(Sense.Versus))
            {
                quantity.Basis = new BasisMention(piece.Period!);
                i--;
                continue;
            }

            if (piece.Kind != PieceKind.Phrase) break;
            if (Qualify(quantity, piece.Sense)) { quantity.Lead = i; continue; }
            if (piece.Sense is Sense.Adverb or Sense.Respectively or Sense.Cumulative) { quantity.Lead = i; continue; }
            if (piece.Sense is Sense.Onto && quantity.Verb == Sense.None) { quantity.Verb = Sense.Onto; quantity.Lead = i; continue; }
            if (piece.Sense is Sense.Reach or Sense.Is && quantity.Verb == Sense.None) { quantity.Verb = Sense.Reach; quantity.Lead = i; continue; }
            if (piece.Sense is Sense.Rise && quantity.Verb == Sense.Reach)
            {
                quantity.Verb = Sense.Growth;
                quantity.Lead = i;
                break;
            }

            if (piece.Sense is Sense.Rise or Sense.Fall or Sense.Exceed or Sense.Ratio or Sense.Times)
            {
                if (quantity.Verb is Sense.None or Sense.Times) { quantity.Verb = quantity.Verb == Sense.Times ? Sense.Times : piece.Sense; quantity.Lead = i; }
                if (piece.Sense == Sense.Fall) quantity.Sign = -1;
                if (piece.Sense == Sense.Times) continue;
            }
            else if (piece.Sense is Sense.Growth && quantity.Verb is Sense.Reach or Sense.None)
            {
                quantity.Verb = Sense.Growth;
                quantity.Lead = i;
            }

            break;
        }

        while (quantity.Lead > 0 && sentence[quantity.Lead - 1] is { Kind: PieceKind.Phrase } before && Qualify(quantity, before.Sense)) quantity.Lead--;
    }

    static bool Qualify(Quantity quantity, Sense sense)
    {
        switch (sense)
        {
            case Sense.Forecast:
                quantity.Forecast = true;
                return true;
            case Sense.About or Sense.Over or Sense.Under or Sense.Estimated:
                if (quantity.Qualifier == Qualifier.Exact)
                    quantity.Qualifier = sense switch { Sense.About => Qualifier.About, Sense.Over => Qualifier.Over, Sense.Under => Qualifier.Under, _ => Qualifier.Estimated };
                return true;
            default:
                return false;
        }
    }

    /// <summary>Looks for <c>so với …</c>, or a basis without it, up to the next quantity or the end of the clause.</summary>
    static void FindBasis(SentencePieces sentence, Quantity quantity)
    {
        quantity.BasisEnd = quantity.Piece + 1;
        var versus = false;
        var plain = 0;
        for (var i = quantity.Piece + 1; i < sentence.Pieces.Count; i++)
        {
            var piece = sentence[i];
            if (piece.Is(')') && !versus && sentence.Opening(i) is var open && open >= 0 && open < quantity.Piece) { plain = 0; continue; }
            if (piece.Is('(') && sentence.Closing(i) is var close && sentence.HasQuantity(i, close)) { i = close; plain = 0; continue; }
            if (piece.Is(',') && !versus && VersusFollows(sentence, i)) continue;
            if (piece.Kind == PieceKind.Quantity || sentence.Parts(i)) return;
            if (piece.Is(Sense.Versus)) { versus = true; plain = 0; continue; }
            if (piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall or Sense.Onto or Sense.Thereof) return;
            if (piece.Kind == PieceKind.Period)
            {
                if (!versus && (plain > 1 || !IsBasisByItself(piece, quantity))) return;
                Found(sentence, quantity, i, new BasisMention(piece.Period!));
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

    static bool IsBasisByItself(Piece piece, Quantity quantity) =>
        piece.Period!.Reference == Periods.PeriodReference.SamePeriod
        || (quantity.Verb is Sense.Rise or Sense.Fall && piece.Period.Reference is Periods.PeriodReference.Named && piece.Period.HasYear && piece.Period.Period?.Kind == PeriodKind.Year);

    /// <summary>The words up to the end of the clause belong to the basis: <c>kế hoạch UBND tỉnh giao</c>.</summary>
    static void Found(SentencePieces sentence, Quantity quantity, int at, BasisMention basis)
    {
        quantity.Basis = basis;
        var end = at + 1;
        if (basis.IsPlan)
            while (end < sentence.Pieces.Count && !sentence.Parts(end) && sentence[end].Kind is PieceKind.Word or PieceKind.Period && sentence[end].Quantity is null) end++;
        quantity.BasisEnd = end;
    }

    Role RoleOf(SentencePieces sentence, Quantity quantity)
    {
        var code = quantity.Unit?.Code;
        if (InBracketsAfterPlan(sentence, quantity)) return Role.PlanLevel;
        if (quantity.Verb == Sense.Times || (code == "times" && quantity.Verb is Sense.Ratio or Sense.Rise)) return Role.Ratio;
        if (code == "times") return Why(quantity, "so many times, without what it is compared with");
        if (code == "point" && quantity.Verb is Sense.None or Sense.Reach) return Role.Change;
        if (quantity.Verb is Sense.Exceed && (quantity.Total is not null || IsGoalCount(sentence, quantity))) return Role.Level;
        if (quantity.Verb is Sense.Rise or Sense.Fall or Sense.Exceed or Sense.Growth)
            return Role.Change;
        if (code == "%" && quantity.Basis is { } basis && (basis.IsPlan || quantity.Verb is Sense.Ratio or Sense.Reach)) return Role.Ratio;
        if (code == "%" && IsTargetAttainment(sentence, quantity)) return Role.Ratio;
        if (RestatesChange(sentence, quantity)) return Role.Change;
        return Role.Level;
    }

    static Role Why(Quantity quantity, string reason)
    {
        quantity.Reason = reason;
        return Role.None;
    }

    static bool IsGoalCount(SentencePieces sentence, Quantity quantity) => quantity.Unit is null && sentence[quantity.Piece + 1].Is(Sense.Plan);

    /// <summary><c>(kế hoạch là 80%)</c>, <c>(KH: 80%)</c>.</summary>
    static bool InBracketsAfterPlan(SentencePieces sentence, Quantity quantity)
    {
        var i = quantity.Lead - 1;
        while (i > 0 && (sentence[i].Is(':') || sentence[i].Kind == PieceKind.Period || sentence[i].Is(Sense.Reach))) i--;
        var words = 0;
        while (i > 0 && sentence[i].Kind == PieceKind.Word && words++ < 3) i--;
        return sentence[i].Is(Sense.Plan) && sentence[i - 1].Is('(');
    }

    /// <summary><c>chỉ tiêu về mật độ thuê bao đạt 102,76%</c>: of a target, so much was reached.</summary>
    static bool IsTargetAttainment(SentencePieces sentence, Quantity quantity)
    {
        if (quantity.Verb != Sense.Reach) return false;
        for (var i = quantity.Lead - 1; i >= 0 && sentence[i].Kind != PieceKind.Quantity && !sentence[i].Is(';'); i--)
        {
            if (sentence[i].Is(')') || sentence[i].Is(Sense.Versus)) return false;
            if (sentence[i].Is(Sense.Plan)) return !sentence[i - 1].Is(Sense.Versus) && (i == 0 || sentence.Parts(i - 1) || sentence[i - 1].Kind is PieceKind.Phrase);
        }

        return false;
    }

    /// <summary><c>tăng 23.182 người (8,7%)</c>: the bracket says the same in another unit.</summary>
    static bool RestatesChange(SentencePieces sentence, Quantity quantity)
    {
        if (quantity.Unit?.Code != "%" || !sentence[quantity.Piece - 1].Is('(') || !sentence[quantity.Piece + 1].Is(')')) return false;
        for (var i = quantity.Piece - 2; i >= 0 && !sentence.Parts(i); i--)
        {
            if (sentence[i].Quantity is not { Role: Role.Change } change) continue;
            quantity.Sign = change.Sign;
            quantity.Verb = change.Verb;
            quantity.Lead = quantity.Piece;
            return true;
        }

        return false;
    }

    string? WhyNot(SentencePieces sentence, Quantity quantity)
    {
        var at = quantity.Piece;
        var before = sentence[quantity.Lead - 1];
        var first = tokens[quantity.First];
        var digits = text.AsSpan(first.Start, first.End - first.Start);
        if (digits[0] == '0' && digits.Length > 3 && digits[1] is not (',' or '.')) return "a telephone number or a code";
        if (IsNearContact(sentence, at)) return "a telephone number or an address";
        if (at == 0 && (sentence[1].Is('.') || sentence[1].Is(')') || sentence[1].Is('/')) && quantity.Unit is null) return "the number of a list item";
        if (IsThreshold(sentence, at)) return "a threshold";
        if (IsRank(sentence, quantity)) return null;
        var counted = quantity.Unit is null || quantity.Unit.Value.Code is "year" or "day" or "hour" or "minute" or "score";
        if (!counted) return quantity.Unit!.Value.Code is "rank" && quantity.Verb == Sense.None ? "a rank move without its verb" : null;
        if (before.Kind == PieceKind.Phrase && before.Sense is Sense.Ordinal or Sense.Numbered && !quantity.Scaled && quantity.Lead == at) return "an ordinal or the number of a document";
        if (before.Kind == PieceKind.Phrase && before.Sense is Sense.Partitive) return "part of a name or a ranking";
        if (quantity.Unit is { } unit)
            return unit.Code == "score" || quantity.Verb is Sense.Reach or Sense.Onto ? null : "a duration";
        if (HasNoun(sentence, at))
            return IsAttribute(sentence, quantity) ? "an attribute of what is named before it" : null;
        return BareReason(sentence, quantity);
    }

    bool IsAttribute(SentencePieces sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        if (before.Kind != PieceKind.Phrase || before.Sense != Sense.Function || quantity.Lead != quantity.Piece) return false;
        var word = text.AsSpan(tokens[before.First].Start, tokens[before.End - 1].End - tokens[before.First].Start);
        return word is "của" or "trong" or "giữa" or "qua" or "sau";
    }

    static string? BareReason(SentencePieces sentence, Quantity quantity)
    {
        if (quantity.Total is not null && quantity.Verb is Sense.Reach or Sense.Onto) return null;
        if (quantity.Total is not null) return "a fraction of nothing named";
        if (quantity.Scaled) return null;
        return quantity.Verb is Sense.Reach or Sense.Onto && quantity.Value >= 2 ? null : "a number without a unit, a noun or a verb";
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

    static bool IsThreshold(SentencePieces sentence, int at)
    {
        for (var i = at + 1; i <= at + 3 && i < sentence.Pieces.Count && !sentence.Parts(i); i++)
            if (sentence[i].Is(Sense.Threshold)) return true;
        return false;
    }

    /// <summary>Whether a rank word leads to the number; sets its unit.</summary>
    bool IsRank(SentencePieces sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        var ordinal = before.Is(Sense.Ordinal) && quantity.Total is not null && Folded(before) is "thứ" or "hạng";
        if (!(before.Is(Sense.Rank) || ordinal) || (quantity.Unit is { Code: not "rank" })) return false;
        quantity.Unit = Unit.Rank;
        return true;
    }

    ReadOnlySpan<char> Folded(Piece piece) => text.AsSpan(tokens[piece.First].Start, tokens[piece.End - 1].End - tokens[piece.First].Start);

    /// <summary>Whether a noun follows the number, so that it counts something.</summary>
    bool HasNoun(SentencePieces sentence, int at)
    {
        var next = sentence[at + 1];
        if (next.Kind == PieceKind.Mark && next.Mark is '"' or '“' or '‘') next = sentence[at + 2];
        return next.Kind switch
        {
            PieceKind.Word => tokens[next.First].Kind == TokenKind.Word,
            PieceKind.Phrase => next.Sense is Sense.Ordinal or Sense.Plan or Sense.Numbered or Sense.Caption or Sense.Contact or Sense.Goal or Sense.Review,
            _ => false,
        };
    }

    /// <summary><c>952, 1.309 và 1.378 trạm</c>: bare numbers in a row take the unit of the last.</summary>
    void ShareUnits(SentencePieces sentence)
    {
        for (var n = sentence.Quantities.Count - 2; n >= 0; n--)
        {
            var (quantity, next) = (sentence.Quantities[n], sentence.Quantities[n + 1]);
            if (quantity.Unit is not null || quantity.Scaled || next.Role == Role.None || next.Piece - quantity.Piece != 2 || HasNoun(sentence, quantity.Piece)) continue;
            var between = sentence[quantity.Piece + 1];
            if (!(between.Is(',') || between.Is('-') || Folded(between) is "và")) continue;
            quantity.Unit = next.Unit;
            quantity.Role = next.Role;
            quantity.Reason = "";
            quantity.NounEnd = next.NounEnd;
        }
    }
}

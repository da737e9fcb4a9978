using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the values that a plan wanted where they stand beside the value that was reached.</summary>
sealed class PlanLevelReader(char[] text, Token[] tokens)
{
    /// <summary>The plan's name and time have rarely more pieces: <c>mục tiêu Nghị quyết 07 của Tỉnh ủy là 12%</c>.</summary>
    const int MostNaming = 6;

    /// <summary>
    /// <c>(kế hoạch là 80%)</c>, <c>(KH: 80%)</c>, <c>/KH 80%</c>, <c>(tỉnh giao 80%)</c>, <c>vượt chỉ tiêu đề ra (80%)</c>, <c>so với kế hoạch là 80%</c>,
    /// <c>trong khi nghị quyết giao 80%</c>, <c>thấp hơn chỉ tiêu là 80%</c>, <c>chưa đạt mức 80%</c>; behind a value of its unit also <c>, kế hoạch là 80%</c>.
    /// </summary>
    public bool IsPlanLevel(SentencePieces sentence, Quantity quantity)
    {
        var open = sentence.Opening(quantity.Piece);
        var bracketed = open >= 0 && sentence.Closing(open) > quantity.Piece && !sentence.HasQuantity(open, quantity.Lead);
        if (!bracketed && PassesGoal(sentence[quantity.Lead])) return IsGoalPassed(sentence, quantity);
        if (IsShortOf(sentence, quantity)) return true;
        if (Moves(quantity) && !(bracketed && sentence[quantity.Lead - 1].Is(Sense.Plan))) return false;
        if (quantity is { Unit: null, Verb: Sense.None } && !bracketed && sentence[quantity.Piece - 1].Is(Sense.Plan)) return false;
        var alone = bracketed && sentence[open + 1].Kind is not PieceKind.None && quantity.Lead == open + 1 && sentence[sentence.Closing(open) - 1].Quantity == quantity;
        var i = alone ? open - 1 : quantity.Lead - 1;
        for (var walked = 0; i > 0 && i > (alone ? 0 : open) && IsNaming(sentence[i]) && walked <= MostNaming; i--)
            if (sentence[i].Kind is not PieceKind.Period && !sentence[i].Is(':') && !sentence[i].Is(Sense.Reach)) walked++;
        if (!(sentence[i].Is(Sense.Plan) || (bracketed && !alone && sentence[i].Is(Sense.Goal)))) return (sentence[i].Is(Sense.Exceed) && alone) || (bracketed && IsDemanded(sentence, open, quantity));
        while (i > 0 && (sentence[i - 1].Is(Sense.Plan) || IsBareNumber(sentence[i - 1]))) i--;
        return bracketed || IsBeside(sentence, quantity, i);
    }

    /// <summary>Whether the words before a plan's name set its value against the one reached.</summary>
    bool IsBeside(SentencePieces sentence, Quantity quantity, int plan)
    {
        var before = sentence[plan - 1];
        if (before.Is('(') || before.Is('/') || before.Is(Sense.Versus) || before.Is(Sense.Clause)) return true;
        if (quantity.Verb != Sense.Reach) return false;
        if (before.Kind == PieceKind.Phrase && before.Sense is Sense.Rise or Sense.Fall or Sense.Exceed) return true;
        if (before.Is(Sense.Reach) && IsNegation(sentence[plan - 2])) return true;
        return before.Is(',') && Value(sentence, quantity) is { } value && Math.Max(value.NounEnd, value.Piece + 1) == plan - 1;
    }

    /// <summary><c>mới đạt 45%, chưa đạt mức 50%</c>.</summary>
    bool IsShortOf(SentencePieces sentence, Quantity quantity)
    {
        if (quantity.Verb != Sense.Reach || !IsNegation(sentence[quantity.Lead - 1])) return false;
        return Value(sentence, quantity) is { } value && value.Value < quantity.Value;
    }

    bool IsNegation(in Piece piece) => Folded(piece) is "chưa" or "không";

    /// <summary><c>(tỉnh giao 90%)</c>, <c>(yêu cầu tối thiểu là 20%)</c>.</summary>
    bool IsDemanded(SentencePieces sentence, int open, Quantity quantity)
    {
        if (Value(sentence, quantity) is null) return false;
        for (var i = open + 1; i < quantity.Lead; i++)
            if (Folded(sentence[i]) is "giao" || (Folded(sentence[i]) is "yêu" && Folded(sentence[i + 1]) is "cầu")) return true;
        return false;
    }

    /// <summary>Whether a piece may stand between the name of a plan and its value; <c>và</c> begins something else.</summary>
    bool IsNaming(in Piece piece) =>
        piece.Kind is PieceKind.Word or PieceKind.Period || piece.Is(':') || IsBareNumber(piece)
        || (piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Reach or Sense.Function or Sense.Ordinal or Sense.Numbered or Sense.AsOf or Sense.Adverb && Folded(piece) is not ("và" or "nhưng" or "song"));

    /// <summary>The number in <c>Nghị quyết 07</c>.</summary>
    static bool IsBareNumber(in Piece piece) => piece.Quantity is { Unit: null, Scaled: false, Total: null };

    static bool Moves(Quantity quantity) => quantity.Verb is Sense.Rise or Sense.Fall or Sense.Growth or Sense.Exceed or Sense.Times or Sense.Ratio;

    static bool PassesGoal(in Piece verb) => verb.Is(Sense.Exceed) && verb.End - verb.First > 1;

    /// <summary><c>đạt 87%, vượt mục tiêu 80%</c>: the arithmetic tells it from an excess, which is smaller than what it exceeds.</summary>
    static bool IsGoalPassed(SentencePieces sentence, Quantity quantity) =>
        Value(sentence, quantity) is { } value && value.Value > quantity.Value && quantity.Value * 2 > value.Value;

    /// <summary>The value before a number in its clause, of the same unit; null for none.</summary>
    public static Quantity? Value(SentencePieces sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && !sentence[i].Is(';'); i--)
            if (sentence[i].Quantity is { Role: Role.Level } before && before.Unit == quantity.Unit) return before;
        return null;
    }

    ReadOnlySpan<char> Folded(in Piece piece) => piece.Kind == PieceKind.None ? default : piece.In(text, tokens);
}

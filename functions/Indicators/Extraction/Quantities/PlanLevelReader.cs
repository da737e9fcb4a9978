using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the values that a plan wanted where they stand beside the value that was reached.</summary>
sealed class PlanLevelReader(QuantityWords words, Token[] tokens)
{
    /// <summary>The plan's name and time have rarely more chunks: <c>mục tiêu Nghị quyết 07 của Tỉnh ủy là 12%</c>.</summary>
    const int MostNaming = 6;

    /// <summary>
    /// <c>(kế hoạch là 80%)</c>, <c>(KH: 80%)</c>, <c>/KH 80%</c>, <c>(tỉnh giao 80%)</c>, <c>vượt chỉ tiêu đề ra (80%)</c>, <c>so với kế hoạch là 80%</c>,
    /// <c>trong khi nghị quyết giao 80%</c>, <c>thấp hơn chỉ tiêu là 80%</c>, <c>chưa đạt mức 80%</c>; behind a value of its unit also <c>, kế hoạch là 80%</c>.
    /// </summary>
    public bool IsPlanLevel(ChunkedSentence sentence, Quantity quantity)
    {
        var open = sentence.Opening(quantity.Chunk);
        var bracketed = open >= 0 && sentence.Closing(open) > quantity.Chunk && !sentence.HasQuantity(open, quantity.Lead);
        if (!bracketed && PassesGoal(sentence[quantity.Lead])) return IsGoalPassed(sentence, quantity);
        if (IsShortOf(sentence, quantity)) return true;
        if (Moves(quantity) && !(bracketed && sentence[quantity.Lead - 1].Is(PhraseTag.Plan))) return false;
        if (!bracketed && IsAttainment(sentence, quantity)) return false;
        if (quantity is { Unit: null, Verb: PhraseTag.None } && !bracketed && sentence[quantity.Chunk - 1].Is(PhraseTag.Plan)) return false;
        var alone = bracketed && sentence[open + 1].Kind is not ChunkKind.None && quantity.Lead == open + 1 && sentence[sentence.Closing(open) - 1].Quantity == quantity;
        var i = alone ? open - 1 : quantity.Lead - 1;
        for (var walked = 0; i > 0 && i > (alone ? 0 : open) && IsNaming(sentence[i]) && walked <= MostNaming; i--)
            if (sentence[i].Kind is not ChunkKind.Period && !sentence[i].Is(':') && !sentence[i].Is(PhraseTag.Reach)) walked++;
        if (!(sentence[i].Is(PhraseTag.Plan) || (bracketed && !alone && sentence[i].Is(PhraseTag.Goal)))) return (sentence[i].Is(PhraseTag.Exceed) && alone) || (bracketed && IsDemanded(sentence, open, quantity));
        while (i > 0 && (sentence[i - 1].Is(PhraseTag.Plan) || IsBareNumber(sentence[i - 1]))) i--;
        return bracketed || IsBeside(sentence, quantity, i);
    }

    /// <summary>Whether the words before a plan's name set its value against the one reached.</summary>
    bool IsBeside(ChunkedSentence sentence, Quantity quantity, int plan)
    {
        var before = sentence[plan - 1];
        if (before.Is('(') || before.Is('/') || before.Is(PhraseTag.Versus) || before.Is(PhraseTag.Clause)) return true;
        if (before.Is(',') && quantity is { Verb: PhraseTag.None, Unit: not null } && Value(sentence, quantity) is { } told && Math.Max(told.NounEnd, told.Chunk + 1) == plan - 1) return true;
        if (quantity.Verb != PhraseTag.Reach) return false;
        if (before.Kind == ChunkKind.Phrase && before.Tag is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Exceed) return true;
        if (before.Is(PhraseTag.Reach) && IsNegation(sentence[plan - 2])) return true;
        return before.Is(',') && Value(sentence, quantity) is { } value && Math.Max(value.NounEnd, value.Chunk + 1) == plan - 1;
    }

    /// <summary><c>đạt 52 tỷ đồng, so với kế hoạch đạt 104%</c>: the plan of an amount is no percentage.</summary>
    static bool IsAttainment(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not { Unit.Code: "%", Verb: PhraseTag.Reach or PhraseTag.Ratio }) return false;
        var n = sentence.Number(quantity);
        for (var back = 1; back <= MostNaming && back <= n; back++)
            if (sentence.Quantities[n - back] is { Role: Role.Level, Unit.Code: not "rank" } or { Role: Role.Level, Unit: null }) return sentence.Quantities[n - back].Unit != Unit.Percent && Value(sentence, quantity) is null;
        return false;
    }

    /// <summary><c>mới đạt 45%, chưa đạt mức 50%</c>.</summary>
    bool IsShortOf(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Verb != PhraseTag.Reach || !IsNegation(sentence[quantity.Lead - 1])) return false;
        return Value(sentence, quantity) is { } value && value.Value < quantity.Value;
    }

    bool IsNegation(in Chunk chunk) => words.Negations.Contains(chunk.Word(tokens));

    /// <summary><c>(tỉnh giao 90%)</c>, <c>(yêu cầu tối thiểu là 20%)</c>.</summary>
    bool IsDemanded(ChunkedSentence sentence, int open, Quantity quantity)
    {
        if (Value(sentence, quantity) is null) return false;
        for (var i = open + 1; i < quantity.Lead; i++)
            if (words.Demands.BeginAt(tokens.AsSpan(0, quantity.First), sentence[i].First)) return true;
        return false;
    }

    /// <summary>Whether a chunk may stand between the name of a plan and its value; <c>và</c> begins something else.</summary>
    bool IsNaming(in Chunk chunk) =>
        chunk.Kind is ChunkKind.Word or ChunkKind.Period || chunk.Is(':') || IsBareNumber(chunk)
        || (chunk.Kind == ChunkKind.Phrase && chunk.Tag is PhraseTag.Reach or PhraseTag.Function or PhraseTag.Ordinal or PhraseTag.Numbered or PhraseTag.AsOf or PhraseTag.Adverb && !words.Joins.Contains(chunk.Word(tokens)));

    /// <summary>The number in <c>Nghị quyết 07</c>.</summary>
    static bool IsBareNumber(in Chunk chunk) => chunk.Quantity is { Unit: null, Scaled: false, Total: null };

    static bool Moves(Quantity quantity) => quantity.Verb is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Growth or PhraseTag.Exceed or PhraseTag.Times or PhraseTag.Ratio;

    static bool PassesGoal(in Chunk verb) => verb.Is(PhraseTag.Exceed) && verb.End - verb.First > 1;

    /// <summary><c>đạt 87%, vượt mục tiêu 80%</c>: the arithmetic tells it from an excess, which is smaller than what it exceeds.</summary>
    static bool IsGoalPassed(ChunkedSentence sentence, Quantity quantity) =>
        Value(sentence, quantity) is { } value && value.Value > quantity.Value && quantity.Value * 2 > value.Value;

    /// <summary>The value before a number in its clause, of the same unit; null for none.</summary>
    public static Quantity? Value(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && !sentence[i].Is(';'); i--)
            if (sentence[i].Quantity is { Role: Role.Level } before && before.Unit == quantity.Unit) return before;
        return null;
    }
}

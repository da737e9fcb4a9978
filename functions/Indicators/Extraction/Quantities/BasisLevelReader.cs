using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Reads the values that stand in brackets at once behind a basis, <c>so với tháng trước (53,94%)</c>, <c>so với chỉ tiêu giao (78.500 người)</c>:
/// they are the other period's own, or the plan's.
/// </summary>
static class BasisLevelReader
{
    /// <summary>A value whose change is given differs from the other year's by less than this part of it, or the bracket tells the change.</summary>
    const decimal MostApart = 0.1m;

    /// <summary>Gives such values of a sentence their roles; those of other quantities and their bases are known.</summary>
    public static void Read(ChunkedSentence sentence)
    {
        Quantity? level = null;
        for (var n = 0; n < sentence.Quantities.Count; n++)
        {
            var quantity = sentence.Quantities[n];
            if (quantity.Role is not Role.None && StandsAlone(sentence, quantity) && BasisBefore(sentence, n) is { } basis) Take(sentence, n, level, basis);
            if (quantity is { Role: Role.Level, LevelOf: null }) level = quantity;
        }
    }

    /// <summary>Whether nothing but a number, what leads to it and what it counts stands in the brackets.</summary>
    static bool StandsAlone(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity is not ({ Verb: PhraseTag.None or PhraseTag.Reach, Signed: false } or { Role: Role.Change, Signed: false, Unit.Code: "%" }) || !sentence[Open(sentence, quantity)].Is('(')) return false;
        var i = quantity.Chunk + 1;
        while (sentence[i].Kind == ChunkKind.Word) i++;
        return sentence[i].Is(')');
    }

    /// <summary>Where the bracket would open before a number: <c>(xếp thứ 34)</c>, <c>(1.346 trạm)</c>.</summary>
    static int Open(ChunkedSentence sentence, Quantity quantity) =>
        quantity.Unit == Unit.Rank && sentence[quantity.Lead - 1] is { Kind: ChunkKind.Phrase, Tag: PhraseTag.Rank or PhraseTag.Ordinal } ? quantity.Lead - 2 : quantity.Lead - 1;

    /// <summary>The basis that ends where the bracket opens; null where something else stands there.</summary>
    static BasisMention? BasisBefore(ChunkedSentence sentence, int n)
    {
        var open = Open(sentence, sentence.Quantities[n]);
        if (n > 0 && sentence.Quantities[n - 1] is { Basis: { } own, BasisEnd: var end } && end == open) return own;
        foreach (var (chunk, basis) in sentence.LeadingBases)
        {
            if (chunk >= open) continue;
            var i = chunk + 1;
            while (sentence[i].Kind == ChunkKind.Word) i++;
            if (i == open) return basis;
        }

        return null;
    }

    static void Take(ChunkedSentence sentence, int n, Quantity? level, BasisMention basis)
    {
        var quantity = sentence.Quantities[n];
        var change = n > 0 && sentence.Quantities[n - 1] is { Role: Role.Change } before ? before : null;
        if (RestatesChange(quantity, level, change))
        {
            if (quantity.Role != Role.Level) return;
            (quantity.Role, quantity.Sign, quantity.Verb, quantity.Rule) = (Role.Change, change!.Sign, change.Verb, "a bracket that restates the change before it");
        }
        else if (basis.IsPlan)
        {
            (quantity.Role, quantity.Basis, quantity.Rule) = (Role.PlanLevel, null, "the plan's own value, in brackets behind it");
        }
        else
        {
            (quantity.Role, quantity.Sign, quantity.LevelOf, quantity.Rule) = (Role.Level, 1, basis, "the value of the period compared with, in brackets behind it");
            quantity.Verb = PhraseTag.None;
        }
    }

    /// <summary>
    /// <c>tăng 120 trạm so với năm 2022 (8,7%)</c> tells the change again, and so does <c>tăng 8,7% so với năm 2022 (120 trạm)</c> where the
    /// arithmetic shows it; a change in per cent with a bracket in per cent does not.
    /// </summary>
    static bool RestatesChange(Quantity quantity, Quantity? level, Quantity? change)
    {
        if (change is null) return false;
        if (quantity.Unit == Unit.Percent) return change.Unit != Unit.Percent && change.Unit != Unit.Point;
        if (change.Unit != Unit.Percent || level is null || level.Unit != quantity.Unit) return false;
        var quotient = 1 + (change.Sign * change.Value / 100);
        if (quotient <= 0) return false;
        var earlier = level.Value / quotient;
        return Math.Abs(quantity.Value - earlier) > earlier * MostApart && Math.Abs(quantity.Value - Math.Abs(level.Value - earlier)) < earlier * MostApart;
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Reads the values that another time had where they stand in the comparison itself: <c>tăng 76 trạm so với 1.346 trạm của năm 2022</c>,
/// <c>cao hơn mức 63% của năm 2022</c>. They are the other time's own, which is the basis of the change before them.
/// </summary>
sealed class ComparedLevelReader(QuantityWords words, Token[] tokens)
{
    /// <summary>Between the comparison and its number stand rarely more chunks: <c>so với con số hơn 1.346 trạm</c>.</summary>
    const int MostLeading = 4;

    /// <summary>Gives such values of a sentence their roles; those of other quantities and their bases are known.</summary>
    public void Read(ChunkedSentence sentence)
    {
        for (var n = 0; n < sentence.Quantities.Count; n++)
        {
            var quantity = sentence.Quantities[n];
            if (quantity.Role is Role.PlanLevel || quantity is { Role: Role.None, Unit: not null } || quantity.Unit is { Code: "point" or "times" } || Comparison(sentence, quantity) is not (>= 0 and var comparison)) continue;
            if (BasisBehind(sentence, quantity) is not { } basis)
            {
                // Cao hơn mức 67,5% của cả nước: a measure that somebody else has, and no gap.
                if (quantity is { Role: Role.Change, Basis: null } && !sentence[comparison].Is(PhraseTag.Versus) && sentence[quantity.Chunk + 1].Is(PhraseTag.Function))
                {
                    (quantity.Role, quantity.Sign, quantity.Verb, quantity.Lead, quantity.Rule) = (Role.Level, 1, PhraseTag.None, comparison + 1, "a value that is compared with");
                    quantity.Subject = (quantity.NounFirst, quantity.NounEnd);
                }

                continue;
            }

            if (n > 0 && sentence.Quantities[n - 1] is { Role: Role.Change or Role.Ratio, Basis: null } change && !HasSemicolon(sentence, change.Chunk, comparison)) (change.Basis, change.BasisEnd) = (basis, comparison + 1);
            if (quantity.Unit is null && sentence[quantity.Chunk - 1].Is(PhraseTag.Rank)) quantity.Unit = Unit.Rank;
            (quantity.Role, quantity.Reason, quantity.Sign, quantity.Verb, quantity.Lead) = (Role.Level, "", 1, PhraseTag.None, Math.Max(quantity.Lead, comparison + 1));
            (quantity.LevelOf, quantity.Basis, quantity.Rule) = (basis, null, "the value of the period compared with");
        }
    }

    /// <summary>The chunk of <c>so với</c>, or of a comparative with <c>mức</c> behind it, that leads to a number; -1 for none.</summary>
    int Comparison(ChunkedSentence sentence, Quantity quantity)
    {
        var measured = false;
        for (var i = quantity.Chunk - 1; i >= 0 && quantity.Chunk - i <= MostLeading; i--)
        {
            var chunk = sentence[i];
            if (chunk.Is(PhraseTag.Versus)) return i;
            if (chunk.Kind != ChunkKind.Phrase) return -1;
            if (chunk.Tag is PhraseTag.Rise or PhraseTag.Fall) return measured && (chunk.LastWord(tokens) == words.More || chunk.Word(tokens) == words.Less) ? i : -1;
            if (!(chunk.Tag is PhraseTag.Ordinal or PhraseTag.Duration or PhraseTag.Rank or PhraseTag.Over or PhraseTag.Under or PhraseTag.About or PhraseTag.Adverb)) return -1;
            measured |= chunk.Is(words.Measures, tokens);
        }

        return -1;
    }

    /// <summary>The period or the plan whose the value is: <c>của năm 2022</c>, <c>(năm 2022)</c>, <c>cùng kỳ</c>; null for none.</summary>
    static BasisMention? BasisBehind(ChunkedSentence sentence, Quantity quantity)
    {
        var i = sentence.PlaceBehind(quantity);
        return sentence[i].Period is { } period ? new BasisMention(period) : null;
    }

    static bool HasSemicolon(ChunkedSentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence[i].Is(';')) return true;
        return false;
    }
}

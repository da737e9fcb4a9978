using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds what a number is compared with.</summary>
static class BasisReader
{
    /// <summary>A basis farther from <c>so với</c> than so many words is part of some other name.</summary>
    const int MostBasisWords = 6;

    /// <summary>Looks for <c>so với …</c>, or a basis without it, up to the next quantity or the end of the clause.</summary>
    public static void Read(SentencePieces sentence, Quantity quantity)
    {
        quantity.BasisEnd = quantity.Piece + 1;
        if (quantity.Basis is not null) return;
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

    /// <summary><c>So với năm 2022, số trạm tăng 76</c>: a basis that stands before what is compared.</summary>
    public static void ReadLeading(SentencePieces sentence)
    {
        for (var i = 0; i < sentence.Pieces.Count; i++)
        {
            if (!sentence[i].Is(Sense.Versus)) continue;
            for (var j = i + 1; j < sentence.Pieces.Count && j <= i + MostBasisWords && !sentence.Parts(j) && sentence[j].Kind != PieceKind.Quantity; j++)
            {
                if (!sentence[j].Is(Sense.Plan) && sentence[j].Period is null) continue;
                var basis = sentence[j].Period is { } period ? new BasisMention(period) : BasisMention.Plan;
                if (!IsKnown(sentence, basis, i)) sentence.LeadingBases.Add((j, basis));
                break;
            }
        }
    }

    /// <summary>Whether a quantity behind a piece, or around it, has the basis already.</summary>
    static bool IsKnown(SentencePieces sentence, BasisMention basis, int i)
    {
        foreach (var quantity in sentence.Quantities)
            if (quantity.Basis == basis && (quantity.Piece > i || quantity.BasisEnd > i)) return true;
        return false;
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
        || (piece.Period is { Reference: Periods.PeriodReference.Named, HasYear: true, Period: { } named }
            && (quantity.Verb is Sense.Times or Sense.Ratio || (quantity.Verb is Sense.Rise or Sense.Fall && named.Kind == PeriodKind.Year)));

    /// <summary>The words up to the end of the clause belong to the basis: <c>kế hoạch UBND tỉnh giao</c>.</summary>
    static void Found(SentencePieces sentence, Quantity quantity, int at, BasisMention basis)
    {
        quantity.Basis = basis;
        var end = at + 1;
        if (basis.IsPlan)
            while (end < sentence.Pieces.Count && !sentence.Parts(end) && sentence[end].Kind is PieceKind.Word or PieceKind.Period && sentence[end].Quantity is null) end++;
        quantity.BasisEnd = end;
    }
}

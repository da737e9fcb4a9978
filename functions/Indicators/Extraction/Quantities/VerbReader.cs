using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds the verb and qualifiers that lead to a number.</summary>
static class VerbReader
{
    /// <summary>How many pieces a verb may stand away from its number.</summary>
    const int Reach = 12;

    /// <summary>Walks back over qualifiers and adverbs to the verb.</summary>
    public static void Read(SentencePieces sentence, Quantity quantity)
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
}

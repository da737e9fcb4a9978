using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds the verb and qualifiers that lead to a number.</summary>
sealed class VerbReader(char[] text, Token[] tokens)
{
    /// <summary>How many pieces a verb may stand away from its number.</summary>
    const int Reach = 12;

    /// <summary>What a comparative compares with has rarely more words: <c>thấp hơn bình quân cả nước 1,7 điểm</c>.</summary>
    const int MostStandardWords = 8;

    /// <summary>Walks back over qualifiers and adverbs to the verb.</summary>
    public void Read(SentencePieces sentence, Quantity quantity)
    {
        for (var i = quantity.Piece - 1; i >= 0 && quantity.Piece - i <= Reach; i--)
        {
            var piece = sentence[i];
            if (piece.Kind == PieceKind.Period && (sentence[i - 1].Is(Sense.Versus) || IsComparative(sentence[i - 1]) || (IsMore(sentence[i - 1]) && quantity.Unit is not null)))
            {
                quantity.Basis = new BasisMention(piece.Period!);
                if (sentence[i - 1].Is(Sense.Versus)) i--;
                else if (quantity.Verb == Sense.Reach) quantity.Verb = Sense.None;
                if (!IsMore(sentence[i - 1])) continue;
                (quantity.Verb, quantity.Lead) = (Sense.Rise, i - 1);
                break;
            }

            if (piece.Kind != PieceKind.Phrase)
            {
                if (IsLoss(piece, quantity)) (quantity.Verb, quantity.Lead, quantity.Sign) = (Sense.Fall, i, -1);
                break;
            }

            if (Qualify(quantity, piece.Sense) || piece.Sense is Sense.Adverb or Sense.Respectively or Sense.Cumulative or Sense.Total)
            {
                quantity.Lead = i;
                if (piece.Sense == Sense.Estimated && quantity.Verb == Sense.None && EndsIn(piece, "đạt", "hiện")) quantity.Verb = Sense.Reach;
                continue;
            }

            // đạt từ 60% trở lên: a level and more, not a threshold.
            if (i == quantity.Piece - 1 && (quantity.Unit == Unit.Percent || quantity.Unit == Unit.Score) && EndsIn(piece, "từ", "từ") && sentence[i - 1].Is(Sense.Reach))
            {
                quantity.Lead = i;
                continue;
            }

            if (piece.Sense is Sense.Onto or Sense.Downto or Sense.Reach or Sense.Is && quantity.Verb == Sense.None)
            {
                (quantity.Verb, quantity.Lead) = (piece.LeadsOnto ? Sense.Onto : Sense.Reach, i);
                if (piece.Sense == Sense.Downto) quantity.Sign = -1;
                quantity.Beside = EndsIn(piece, "với", "với");
                continue;
            }

            if (piece.Is(Sense.Exceed) && EndsIn(piece, "hoạch", "tiêu")) quantity.Basis = BasisMention.Plan;
            if (!Move(quantity, piece.Sense, i)) break;
        }

        if (quantity.Verb == Sense.None && (quantity.Unit is not null || !sentence[quantity.Lead - 1].Is(Sense.Function))) FindComparative(sentence, quantity);
        while (sentence[quantity.Lead - 1] is { Kind: PieceKind.Phrase } before && (before.Sense == Sense.About || Qualify(quantity, before.Sense))) quantity.Lead--;
    }

    /// <summary>Takes a verb of motion; whether an earlier one may still follow.</summary>
    static bool Move(Quantity quantity, Sense sense, int at)
    {
        switch (sense)
        {
            case Sense.Rise when quantity.Verb == Sense.Reach:
            case Sense.Growth or Sense.Decline when quantity.Verb is Sense.Reach or Sense.None:
                (quantity.Verb, quantity.Lead, quantity.Sign) = (Sense.Growth, at, sense == Sense.Decline ? -1 : 1);
                return false;
            // Nhảy vọt lên, giảm mạnh xuống còn: the verb of what leads to the level.
            case Sense.Rise or Sense.Fall or Sense.Cut when quantity.Verb == Sense.Onto && at == quantity.Lead - 1:
                quantity.Lead = at;
                return false;
            case Sense.Cut when quantity.Verb == Sense.None:
                (quantity.Verb, quantity.Lead, quantity.Sign) = (Sense.Fall, at, -1);
                return false;
            case Sense.Rise or Sense.Fall or Sense.Exceed or Sense.Ratio or Sense.Times or Sense.Short:
                if (quantity.Verb is Sense.None or Sense.Times) (quantity.Verb, quantity.Lead) = (quantity.Verb == Sense.Times ? Sense.Times : sense, at);
                if (sense is Sense.Fall or Sense.Short) quantity.Sign = -1;
                return sense == Sense.Times;
            default:
                return false;
        }
    }

    /// <summary><c>thấp hơn mức bình quân cả nước 1,7 điểm</c>: what is compared with stands between the comparative and the number.</summary>
    void FindComparative(SentencePieces sentence, Quantity quantity)
    {
        BasisMention? standard = null;
        for (var i = quantity.Lead - 1; i >= 0 && quantity.Lead - i <= MostStandardWords && !sentence.Parts(i) && sentence[i].Kind != PieceKind.Quantity; i--)
        {
            if (quantity.Basis is null && (sentence[i].Is(Sense.Plan) || sentence[i].Period is not null))
                standard = sentence[i].Period is { } period ? new BasisMention(period) : BasisMention.Plan;
            if (!IsComparative(sentence[i])) continue;
            quantity.Basis ??= standard;
            (quantity.Verb, quantity.Lead, quantity.Sign) = (sentence[i].Sense, i, sentence[i].Sense == Sense.Fall ? -1 : 1);
            return;
        }
    }

    bool IsComparative(Piece piece) => piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall && (piece.End - piece.First > 1 ? EndsIn(piece, "hơn", "hơn") : EndsIn(piece, "kém", "thua"));

    /// <summary><c>hơn cùng kỳ 58%</c>: before a period <c>hơn</c> by itself compares.</summary>
    bool IsMore(Piece piece) => piece.Is(Sense.Over) && piece.End - piece.First == 1 && EndsIn(piece, "hơn", "hơn");

    /// <summary><c>doanh thu thoại mất 11%</c>: before a share <c>mất</c> is a fall; else it is a loss of contact, of safety, of lives.</summary>
    bool IsLoss(Piece piece, Quantity quantity) => piece.Kind == PieceKind.Word && quantity is { Verb: Sense.None, Unit.Code: "%" } && EndsIn(piece, "mất", "mất");

    bool EndsIn(Piece piece, string one, string other)
    {
        var last = text.AsSpan(tokens[piece.End - 1].Start, tokens[piece.End - 1].End - tokens[piece.End - 1].Start);
        return last.SequenceEqual(one) || last.SequenceEqual(other);
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

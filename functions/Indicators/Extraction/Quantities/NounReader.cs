using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds the words behind a number that say what it counts.</summary>
sealed class NounReader(char[] text, Token[] tokens)
{
    /// <summary>Nobody counts what takes more pieces to say.</summary>
    const int MostPieces = 40;

    /// <summary>What comes next in a list has rarely more pieces before its number.</summary>
    const int MostWordsOfNext = 8;

    /// <summary>What is counted goes on over numbers that state nothing: <c>người dân từ 15 tuổi trở lên</c>.</summary>
    public void Read(SentencePieces sentence, Quantity quantity)
    {
        var i = quantity.Piece + 1;
        for (; i < sentence.Pieces.Count && i - quantity.Piece < MostPieces; i++)
        {
            var piece = sentence[i];
            // 19/63 tỉnh, thành phố: provinces and cities are one whole.
            if (quantity.Total is not null && piece.Is(',') && i + 1 < sentence.Pieces.Count && Folded(sentence[i + 1]).StartsWith("thành", StringComparison.Ordinal)) continue;
            // 100% văn bản (trừ văn bản mật) được gửi điện tử: an aside without a number.
            if (piece.Is('(') && sentence.Closing(i) is var close && close + 1 < sentence.Pieces.Count && !sentence.Parts(close + 1) && IsAside(sentence, i, close))
            {
                i = close;
                continue;
            }

            if (piece.Quantity is { IsLeft: false } || (piece.Kind == PieceKind.Mark && sentence.Parts(i))) break;
            if (piece.Kind == PieceKind.Phrase && piece.Sense is Sense.Rise or Sense.Fall or Sense.Cut or Sense.Exceed or Sense.Times or Sense.Versus or Sense.Thereof or Sense.Respectively or Sense.Unchanged) break;
            if (piece.Is(Sense.Clause) && !sentence[i - 1].Is(Sense.Reach)) break;
            if (piece.LeadsOnto && LeadsToNumber(sentence, i)) break;
            if (i > quantity.Piece + 1 && BeginsNext(sentence, i)) break;
        }

        (quantity.NounFirst, quantity.NounEnd) = (quantity.Piece + 1, i);
    }

    /// <summary>Whether a bracket holds words alone, and neither numbers nor times.</summary>
    static bool IsAside(SentencePieces sentence, int open, int close)
    {
        for (var i = open + 1; i < close; i++)
            if (sentence[i].Kind is PieceKind.Quantity or PieceKind.Period) return false;
        return true;
    }

    /// <summary><c>896 trạm và 4G là 477 trạm</c>, <c>121 điểm với bán kính bình quân 4,9 km</c>: words with a number of their own.</summary>
    bool BeginsNext(SentencePieces sentence, int at)
    {
        if (sentence[at].Kind != PieceKind.Phrase || !(Folded(sentence[at]) is "và" or "với")) return false;
        var (reached, named) = (Folded(sentence[at]) is "với", false);
        for (var i = at + 1; i < sentence.Pieces.Count && i - at <= MostWordsOfNext && !sentence.Parts(i); i++)
        {
            if (sentence[i].Quantity is not null) return named && reached;
            reached |= sentence[i].Is(Sense.Reach);
            named |= sentence[i].Kind == PieceKind.Word || sentence[i].Is(Sense.Total);
        }

        return false;
    }

    /// <summary><c>lên 120 trạm</c>, and not <c>lên sàn</c>.</summary>
    static bool LeadsToNumber(SentencePieces sentence, int at)
    {
        while (sentence[++at].Kind == PieceKind.Phrase)
            if (sentence[at].Is(Sense.Function)) return false;
        return sentence[at].Kind == PieceKind.Quantity;
    }

    ReadOnlySpan<char> Folded(Piece piece) => piece.In(text, tokens);
}

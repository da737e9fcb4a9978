using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds the words behind a number that say what it counts.</summary>
sealed class NounReader(Words words, Token[] tokens)
{
    /// <summary>Nobody counts what takes more chunks to say.</summary>
    const int MostChunks = 40;

    /// <summary>What comes next in a list has rarely more chunks before its number.</summary>
    const int MostWordsOfNext = 8;

    /// <summary>What is counted goes on over numbers that state nothing: <c>người dân từ 15 tuổi trở lên</c>.</summary>
    public void Read(ChunkedSentence sentence, Quantity quantity)
    {
        var i = quantity.Chunk + 1;
        for (; i < sentence.Chunks.Count && i - quantity.Chunk < MostChunks; i++)
        {
            var chunk = sentence[i];
            // 19/63 tỉnh, thành phố: provinces and cities are one whole.
            if (quantity.Total is not null && chunk.Is(',') && sentence[i + 1].FirstWord(tokens) == words.Town) continue;
            // 100% văn bản (trừ văn bản mật) được gửi điện tử: an aside without a number.
            if (chunk.Is('(') && sentence.Closing(i) is var close && close + 1 < sentence.Chunks.Count && !sentence.Parts(close + 1) && IsAside(sentence, i, close))
            {
                i = close;
                continue;
            }

            if (chunk.Quantity is { IsLeft: false } || (chunk.Kind == ChunkKind.Mark && sentence.Parts(i))) break;
            if (chunk.Kind == ChunkKind.Phrase && chunk.Tag is PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Times or PhraseTag.Versus or PhraseTag.OfWhich or PhraseTag.Respectively or PhraseTag.Unchanged) break;
            if (chunk.Is(PhraseTag.Clause) && !sentence[i - 1].Is(PhraseTag.Reach)) break;
            if (chunk.LeadsOnto && LeadsToNumber(sentence, i)) break;
            // Xếp thứ 4 và Lai Châu, đạt 91%: a rank counts nothing, and what is joined to it is another's.
            if ((quantity.Unit == Unit.Rank || sentence[quantity.Chunk - 1].Is(PhraseTag.Rank)) && chunk.Kind == ChunkKind.Phrase && chunk.Word(tokens) == words.And) break;
            if (i > quantity.Chunk + 1 && BeginsNext(sentence, i)) break;
        }

        (quantity.NounFirst, quantity.NounEnd) = (quantity.Chunk + 1, i);
    }

    /// <summary>Whether a bracket holds words alone, and neither numbers nor times.</summary>
    static bool IsAside(ChunkedSentence sentence, int open, int close)
    {
        for (var i = open + 1; i < close; i++)
            if (sentence[i].Kind is ChunkKind.Quantity or ChunkKind.Period) return false;
        return true;
    }

    /// <summary><c>896 trạm và 4G là 477 trạm</c>, <c>121 điểm với bán kính bình quân 4,9 km</c>: words with a number of their own.</summary>
    bool BeginsNext(ChunkedSentence sentence, int at)
    {
        var word = sentence[at].Word(tokens);
        if (sentence[at].Kind != ChunkKind.Phrase || !(word == words.And || word == words.With)) return false;
        var (reached, named) = (word == words.With, false);
        for (var i = at + 1; i < sentence.Chunks.Count && i - at <= MostWordsOfNext && !sentence.Parts(i); i++)
        {
            if (sentence[i].Quantity is not null) return named && reached;
            reached |= sentence[i].Is(PhraseTag.Reach);
            named |= sentence[i].Kind == ChunkKind.Word || sentence[i].Is(PhraseTag.Total);
        }

        return false;
    }

    /// <summary><c>lên 120 trạm</c>, and not <c>lên sàn</c>.</summary>
    static bool LeadsToNumber(ChunkedSentence sentence, int at)
    {
        while (sentence[++at].Kind == ChunkKind.Phrase)
            if (sentence[at].Is(PhraseTag.Function)) return false;
        return sentence[at].Kind == ChunkKind.Quantity;
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Finds the verb and qualifiers that lead to a number.</summary>
sealed class VerbReader(Language language, Token[] tokens)
{
    readonly Words common = language.Words;
    readonly QuantityWords words = language.QuantityWords;

    /// <summary>How many chunks a verb may stand away from its number.</summary>
    const int Reach = 12;

    /// <summary>What a comparative compares with has rarely more words: <c>thấp hơn bình quân cả nước 1,7 điểm</c>.</summary>
    const int MostStandardWords = 8;

    /// <summary>Walks back over qualifiers and adverbs to the verb.</summary>
    public void Read(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Chunk - 1; i >= 0 && quantity.Chunk - i <= Reach; i--)
        {
            var chunk = sentence[i];
            if (chunk.Kind == ChunkKind.Period && (sentence[i - 1].Is(PhraseTag.Versus) || IsComparative(sentence[i - 1]) || (IsMore(sentence[i - 1]) && quantity.Unit is not null)))
            {
                quantity.Basis = new BasisMention(chunk.Period!);
                if (sentence[i - 1].Is(PhraseTag.Versus)) i--;
                else if (quantity.Verb == PhraseTag.Reach) quantity.Verb = PhraseTag.None;
                if (!IsMore(sentence[i - 1])) continue;
                (quantity.Verb, quantity.Lead) = (PhraseTag.Rise, i - 1);
                break;
            }

            if (chunk.Kind != ChunkKind.Phrase)
            {
                if (IsLoss(chunk, quantity)) (quantity.Verb, quantity.Lead, quantity.Sign) = (PhraseTag.Fall, i, -1);
                break;
            }

            if (Qualify(quantity, chunk.Tag) || chunk.Tag is PhraseTag.Adverb or PhraseTag.Respectively or PhraseTag.Cumulative or PhraseTag.Total)
            {
                quantity.Lead = i;
                if (chunk.Tag == PhraseTag.Estimated && quantity.Verb == PhraseTag.None && words.ReachedEnds.Contains(chunk.LastWord(tokens))) quantity.Verb = PhraseTag.Reach;
                continue;
            }

            // đạt từ 60% trở lên: a level and more, not a threshold.
            if (i == quantity.Chunk - 1 && (quantity.Unit == Unit.Percent || quantity.Unit == Unit.Score) && chunk.LastWord(tokens) == common.From && sentence[i - 1].Is(PhraseTag.Reach))
            {
                quantity.Lead = i;
                continue;
            }

            if (chunk.Tag is PhraseTag.ReachesLevel or PhraseTag.Downto or PhraseTag.Reach && quantity.Verb == PhraseTag.None)
            {
                (quantity.Verb, quantity.Lead) = (chunk.LeadsOnto ? PhraseTag.ReachesLevel : PhraseTag.Reach, i);
                if (chunk.Tag == PhraseTag.Downto) quantity.Sign = -1;
                quantity.Beside = chunk.LastWord(tokens) == common.With;
                continue;
            }

            if (chunk.Is(PhraseTag.Exceed) && chunk.End - chunk.First > 1 && chunk.LastWord(tokens) != words.Measure) quantity.Basis = BasisMention.Plan;
            if (!Move(quantity, chunk.Tag, i)) break;
        }

        if (quantity.Verb == PhraseTag.None && (quantity.Unit is not null || !sentence[quantity.Lead - 1].Is(PhraseTag.Function))) FindComparative(sentence, quantity);
        while (sentence[quantity.Lead - 1] is { Kind: ChunkKind.Phrase } before && (before.Tag == PhraseTag.About || Qualify(quantity, before.Tag))) quantity.Lead--;
    }

    /// <summary>Takes a verb of motion; whether an earlier one may still follow.</summary>
    static bool Move(Quantity quantity, PhraseTag tag, int at)
    {
        switch (tag)
        {
            case PhraseTag.Rise when quantity.Verb == PhraseTag.Reach:
            case PhraseTag.Growth or PhraseTag.Decline when quantity.Verb is PhraseTag.Reach or PhraseTag.None:
                (quantity.Verb, quantity.Lead, quantity.Sign) = (PhraseTag.Growth, at, tag == PhraseTag.Decline ? -1 : 1);
                return false;
            // Nhảy vọt lên, giảm mạnh xuống còn: the verb of what leads to the level.
            case PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut when quantity.Verb == PhraseTag.ReachesLevel && at == quantity.Lead - 1:
                quantity.Lead = at;
                return false;
            case PhraseTag.Cut when quantity.Verb == PhraseTag.None:
                (quantity.Verb, quantity.Lead, quantity.Sign) = (PhraseTag.Fall, at, -1);
                return false;
            case PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Exceed or PhraseTag.Ratio or PhraseTag.Times or PhraseTag.Shortfall:
                if (quantity.Verb is PhraseTag.None or PhraseTag.Times) (quantity.Verb, quantity.Lead) = (quantity.Verb == PhraseTag.Times ? PhraseTag.Times : tag, at);
                if (tag is PhraseTag.Fall or PhraseTag.Shortfall) quantity.Sign = -1;
                return tag == PhraseTag.Times;
            default:
                return false;
        }
    }

    /// <summary><c>thấp hơn mức bình quân cả nước 1,7 điểm</c>: what is compared with stands between the comparative and the number.</summary>
    void FindComparative(ChunkedSentence sentence, Quantity quantity)
    {
        BasisMention? standard = null;
        for (var i = quantity.Lead - 1; i >= 0 && quantity.Lead - i <= MostStandardWords && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i--)
        {
            if (quantity.Basis is null && (sentence[i].Is(PhraseTag.Plan) || sentence[i].Period is not null))
                standard = sentence[i].Period is { } period ? new BasisMention(period) : BasisMention.Plan;
            if (!IsComparative(sentence[i])) continue;
            quantity.Basis ??= standard;
            (quantity.Verb, quantity.Lead, quantity.Sign) = (sentence[i].Tag, i, sentence[i].Tag == PhraseTag.Fall ? -1 : 1);
            return;
        }
    }

    /// <summary><c>cao hơn</c>, <c>kém</c>: verbs behind which stands what is compared with.</summary>
    public bool IsComparative(Chunk chunk) => chunk.Kind == ChunkKind.Phrase && chunk.Tag is PhraseTag.Rise or PhraseTag.Fall && (chunk.End - chunk.First > 1 ? chunk.LastWord(tokens) == words.More : words.ShortComparatives.Contains(chunk.Word(tokens)));

    /// <summary><c>hơn cùng kỳ 58%</c>: before a period <c>hơn</c> by itself compares.</summary>
    bool IsMore(Chunk chunk) => chunk.Is(PhraseTag.Over) && chunk.Word(tokens) == words.More;

    /// <summary><c>doanh thu thoại mất 11%</c>: before a share <c>mất</c> is a fall; else it is a loss of contact, of safety, of lives.</summary>
    bool IsLoss(Chunk chunk, Quantity quantity) => chunk.Kind == ChunkKind.Word && quantity is { Verb: PhraseTag.None, Unit.Code: "%" } && chunk.LastWord(tokens) == words.Loss;

    static bool Qualify(Quantity quantity, PhraseTag tag)
    {
        switch (tag)
        {
            case PhraseTag.Forecast:
                quantity.Forecast = true;
                return true;
            case PhraseTag.About or PhraseTag.Over or PhraseTag.Under or PhraseTag.Estimated:
                if (quantity.Qualifier == Qualifier.Exact)
                    quantity.Qualifier = tag switch { PhraseTag.About => Qualifier.About, PhraseTag.Over => Qualifier.Over, PhraseTag.Under => Qualifier.Under, _ => Qualifier.Estimated };
                return true;
            default:
                return false;
        }
    }
}

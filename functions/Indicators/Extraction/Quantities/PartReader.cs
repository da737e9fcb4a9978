using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Gives the parts of a whole what was said of it: <c>phát triển mới 8,9 triệu thuê bao, bằng 71,4% cùng kỳ, trong đó có 20 nghìn thuê bao cố
/// định, bằng 38,2%</c> counts new subscribers twice and compares both with the same term.
/// </summary>
static class PartReader
{
    /// <summary>Reads a sentence whose quantities have their roles and bases.</summary>
    public static void Read(ChunkedSentence sentence)
    {
        Quantity? whole = null;
        BasisMention? ratioTo = null;
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity is { Role: Role.Ratio, Unit.Code: "%", Basis: { IsPlan: false } basis }) ratioTo = basis;
            else if (quantity is { Role: Role.Level, Unit.Code: "%", Verb: PhraseTag.Ratio, Basis: null } && ratioTo is not null)
                (quantity.Role, quantity.Basis, quantity.Rule) = (Role.Ratio, ratioTo, "a ratio, as the one before it, to the same basis");
            if (quantity is not { Role: Role.Level, Unit: null }) continue;
            if (whole is null || !IsOfWhich(sentence, whole, quantity)) whole = quantity;
            else if (whole.Added) quantity.Added = true;
        }
    }

    /// <summary>Whether <c>trong đó</c> stands between a whole and a number.</summary>
    static bool IsOfWhich(ChunkedSentence sentence, Quantity whole, Quantity quantity)
    {
        for (var i = whole.Chunk + 1; i < quantity.Lead; i++)
            if (sentence[i].Is(PhraseTag.OfWhich)) return true;
        return false;
    }
}

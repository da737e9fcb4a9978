using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Gives comparisons that name no basis the one in force.</summary>
sealed class BasisCarrier
{
    readonly List<Quantity> waiting = [];
    BasisMention? basis;
    BasisMention? ofList;

    /// <summary>A basis holds for the whole sentence, for the next where that opens with <c>Trong đó</c>, and for the items of a list that it announces.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="announces">Whether it ends in a colon.</param>
    public void Carry(SentencePieces sentence, bool announces)
    {
        if (!sentence.IsItem) ofList = null;
        var carried = sentence.IsThereof ? basis : ofList;
        BasisMention? last = null;
        foreach (var quantity in sentence.Quantities)
            if (quantity.Basis is { IsPlan: false } named && quantity.Role is Role.Change or Role.Ratio) last = named;
        basis = last ?? (sentence.IsThereof ? basis : null);
        var before = carried;
        var leading = 0;
        waiting.Clear();
        foreach (var comparison in sentence.Quantities)
        {
            if (comparison.Role is Role.None or Role.Level) continue;
            while (leading < sentence.LeadingBases.Count && sentence.LeadingBases[leading].Piece < comparison.Piece)
            {
                if (sentence.LeadingBases[leading++].Basis is { IsPlan: false } named) before = named;
            }

            if (comparison.Basis is { } found)
            {
                if (found.IsPlan) continue;
                before = found;
                foreach (var open in waiting) open.Basis = found;
                waiting.Clear();
            }
            else if ((comparison.Role == Role.Change && comparison.Verb != Sense.Exceed) || (comparison.Role == Role.Ratio && comparison.Unit == Unit.Times))
            {
                if (before is not null) comparison.Basis = before;
                else waiting.Add(comparison);
            }
            else if (comparison.Role == Role.Ratio && comparison.Unit == Unit.Percent)
            {
                comparison.Basis = BasisMention.Plan;
            }
        }

        if (announces && sentence.LeadingBases is [.., { Basis: { IsPlan: false } announced }]) ofList = announced;
    }
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Gives comparisons that name no basis the one in force.</summary>
sealed class BasisCarrier
{
    readonly List<Quantity> waiting = [];

    /// <summary>The basis that the sentence before named or went on with.</summary>
    Stated<BasisMention>? before;

    /// <summary>A basis holds for its whole sentence, in both directions; else that is in force which the document tree states.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="node">Its node.</param>
    /// <param name="goesOn">Whether it opens with <c>Trong đó</c> or <c>Riêng</c>: then it states the basis of the one before.</param>
    public void Carry(ChunkedSentence sentence, Node node, bool goesOn)
    {
        if (goesOn) node.Basis ??= before;
        var basis = node.InForce(n => n.Basis)?.Value;
        Share(sentence, basis);
        before = Named(sentence) ?? (goesOn ? before : null);
    }

    /// <summary>The last basis that a change of the sentence names.</summary>
    static Stated<BasisMention>? Named(ChunkedSentence sentence)
    {
        for (var n = sentence.Quantities.Count - 1; n >= 0; n--)
        {
            if (sentence.Quantities[n] is { Basis: { Period: { } period } named, Role: Role.Change or Role.Ratio }) return new Stated<BasisMention>(named, period.First, period.End);
        }

        return null;
    }

    void Share(ChunkedSentence sentence, BasisMention? basis)
    {
        var leading = 0;
        waiting.Clear();
        foreach (var comparison in sentence.Quantities)
        {
            if (comparison.Role is Role.None or Role.Level) continue;
            while (leading < sentence.LeadingBases.Count && sentence.LeadingBases[leading].Chunk < comparison.Chunk)
            {
                if (sentence.LeadingBases[leading++].Basis is { IsPlan: false } named) basis = named;
            }

            if (comparison.Basis is { } found)
            {
                if (found.Period is null) continue;
                basis = found;
                foreach (var open in waiting) open.Basis = found;
                waiting.Clear();
            }
            else if ((comparison.Role == Role.Change && comparison.Verb != PhraseTag.Exceed) || (comparison.Role == Role.Ratio && comparison.Unit == Unit.Times))
            {
                if (basis is not null) comparison.Basis = basis;
                else waiting.Add(comparison);
            }
            else if (comparison.Role == Role.Ratio && comparison.Unit == Unit.Percent)
            {
                comparison.Basis = BasisMention.Plan;
            }
        }
    }
}

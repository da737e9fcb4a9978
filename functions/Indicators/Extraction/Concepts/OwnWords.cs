using System.Runtime.InteropServices;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The tokens of a subject that name something: neither places nor times nor words as general as <c>thực hiện</c>.</summary>
/// <param name="First">The first token of the subject.</param>
/// <param name="Named">The bits of those tokens, counted from the first.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct OwnWords(int First, ulong Named)
{
    /// <summary>A longer subject says more than any cue.</summary>
    public const int Longest = 64;

    public bool Any => Named != 0;

    /// <summary>What is left where a term is taken away.</summary>
    public OwnWords Without(in Evidence term)
    {
        if (term.Zone is not (Zone.Subject or Zone.Shared)) return this;
        var left = Named;
        for (var i = Math.Max(term.Hit.First, First); i < term.Hit.End && i - First < Longest; i++) left &= ~(1UL << (i - First));
        return this with { Named = left };
    }
}

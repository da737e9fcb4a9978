namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>A few cue terms, with a signature that tells of most other terms that they are none of them.</summary>
sealed class TermSet(int[] terms)
{
    readonly ulong signature = terms.Aggregate(0UL, (bits, term) => bits | Bit(term));

    public bool IsEmpty => terms.Length == 0;

    public bool Contains(int term) => (signature & Bit(term)) != 0 && Array.IndexOf(terms, term) >= 0;

    /// <summary>Those of the terms that another set lacks.</summary>
    public IEnumerable<int> Except(TermSet others) => terms.Where(term => !others.Contains(term));

    static ulong Bit(int term) => 1UL << (term % 64);
}

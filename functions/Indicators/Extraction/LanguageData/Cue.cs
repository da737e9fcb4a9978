using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>One way in which texts name an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Number">Which of the indicator's cues this is, from 1.</param>
/// <param name="Parts">What must stand near the number; the first part is the head.</param>
/// <param name="Counted">Whether the head must be what the number counts: written <c>^</c> before it.</param>
/// <param name="Points">Whether the head is about points of service: <c>205 điểm</c> then counts them and is no score.</param>
/// <param name="NeedsUnit">Whether it names nothing where only a change is told: written <c>=</c> before it.</param>
/// <param name="Not">Terms near the number that rule the indicator out.</param>
sealed record Cue(Indicator Indicator, int Number, CuePart[] Parts, bool Counted, bool Points, bool NeedsUnit, TermSet Not)
{
    /// <summary>The indicator's unit, of the one string that all cues share: it is compared for every number.</summary>
    public Unit Unit { get; } = Unit.Of(string.Intern(Indicator.Unit.Code));

    /// <summary>Whether the indicator counts what there is, and not what was added.</summary>
    public bool IsStock { get; } = Indicator is { Measure: "count", Flow: false };

    /// <summary>Whether a term is of any part.</summary>
    public bool Has(int term)
    {
        foreach (var part in Parts)
            if (part.Terms.Contains(term)) return true;
        return false;
    }
}

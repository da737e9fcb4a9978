namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>What the headings above a sentence say of it.</summary>
/// <param name="Kind">Whether what follows is reached or wanted; null where they do not say.</param>
/// <param name="Period">The period of what follows; null where they do not say.</param>
/// <param name="Place">The slug of the place of what follows; null where they do not say.</param>
readonly record struct Section(Kind? Kind, Period? Period, string? Place = null)
{
    /// <summary>The section inside another: what it does not say, the outer one says.</summary>
    public Section Within(Section outer) => new(Kind ?? outer.Kind, Period ?? outer.Period, Place ?? outer.Place);
}

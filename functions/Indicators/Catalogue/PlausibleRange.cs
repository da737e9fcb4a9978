namespace ServerlessIct.Indicators.Catalogue;

/// <summary>The values that an indicator can plausibly have, both ends among them; in the indicator's unit.</summary>
/// <param name="Min">The least, in the unit of the indicator.</param>
/// <param name="Max">The greatest, in the unit of the indicator.</param>
public readonly record struct PlausibleRange(decimal Min, decimal Max)
{
    /// <summary>Whether a value lies in the range.</summary>
    public bool Contains(decimal value) => value >= Min && value <= Max;
}

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Which marks group thousands and begin decimals in a text.</summary>
enum NumberStyle : byte
{
    /// <summary><c>1.463,5</c>: as offices in Viet Nam type, and what holds in a text that mixes.</summary>
    Vietnamese,

    /// <summary><c>1,463.5</c>, throughout the text.</summary>
    English,
}

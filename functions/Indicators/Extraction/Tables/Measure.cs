using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What the numbers of a row or column are in: <c>nghìn tỷ đồng</c> is 1,000,000,000,000 VND.</summary>
/// <param name="Factor">What each number is multiplied with.</param>
/// <param name="Unit">The unit of the product.</param>
readonly record struct Measure(decimal Factor, Unit Unit)
{
    /// <summary>The number in base units; one too long to have a multiplier stays as it is.</summary>
    public decimal Of(decimal number) => Math.Abs(number) > Quantity.MostScaled || Factor > Multipliers.Most ? number : number * Factor;
}

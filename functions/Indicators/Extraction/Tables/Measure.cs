namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What the numbers of a row or column are in: <c>nghìn tỷ đồng</c> is 1,000,000,000,000 VND.</summary>
/// <param name="Factor">What each number is multiplied with.</param>
/// <param name="Unit">The unit of the product.</param>
readonly record struct Measure(decimal Factor, Unit Unit)
{
    public decimal Of(decimal number) => number * Factor;
}

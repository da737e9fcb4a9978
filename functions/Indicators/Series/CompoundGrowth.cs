namespace ServerlessIct.Indicators.Series;

/// <summary>The steady yearly growth that leads from one figure to another.</summary>
public static class CompoundGrowth
{
    const int Decimals = 6;

    /// <summary>The growth in per cent a year, to six decimals.</summary>
    /// <param name="first">The figure at the start.</param>
    /// <param name="last">The figure at the end.</param>
    /// <param name="years">How many years lie between, one at least.</param>
    /// <returns>Null where a figure is not positive or their ratio is beyond reckoning: there is no such rate.</returns>
    public static decimal? PerYear(decimal first, decimal last, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        if (first <= 0 || last <= 0 || Interval.Quotient(last, first) is not ({ } ratio and > 0)) return null;
        return Math.Round((Root(ratio, years) - 1) * 100, Decimals, MidpointRounding.AwayFromZero);
    }

    // By halving, in decimals: forty steps for each of the digits of a decimal are cheap, and no rounding of a double shows.
    static decimal Root(decimal ratio, int years)
    {
        if (years == 1) return ratio;
        var (low, high) = (Math.Min(1, ratio), Math.Max(1, ratio));
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high || high - low < 1e-16m) return middle;
            if (PowerExceeds(middle, years, ratio)) high = middle;
            else low = middle;
        }
    }

    static bool PowerExceeds(decimal basis, int exponent, decimal limit)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= basis;
            if (basis >= 1 && power > limit) return true;
        }

        return power > limit;
    }
}

namespace ServerlessIct.Indicators.Series;

/// <summary>The figures that a printed one may stand for, both ends included.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>All differences between a figure of one and a figure of the other.</summary>
    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>All sums of a figure of one and a figure of the other.</summary>
    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>Every figure with an amount added.</summary>
    public Interval Plus(decimal amount) => new(Low + amount, High + amount);

    /// <summary>Every figure times a factor, which is not negative.</summary>
    public Interval Times(decimal factor) => new(Low * factor, High * factor);

    /// <summary>Whether the two have a figure in common.</summary>
    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>All quotients, times a factor; null where the divisor may be 0 or the result is out of range.</summary>
    public Interval? Over(Interval divisor, decimal factor)
    {
        if (divisor.Low <= 0 && divisor.High >= 0) return null;
        decimal low = decimal.MaxValue, high = decimal.MinValue;
        foreach (var dividend in (ReadOnlySpan<decimal>)[Low, High])
        {
            foreach (var by in (ReadOnlySpan<decimal>)[divisor.Low, divisor.High])
            {
                if (Quotient(dividend * factor, by) is not { } quotient) return null;
                low = Math.Min(low, quotient);
                high = Math.Max(high, quotient);
            }
        }

        return new Interval(low, high);
    }

    /// <summary>A quotient; null where the divisor is 0 or the result is beyond <see cref="PrintedFigure.Largest"/>.</summary>
    public static decimal? Quotient(decimal dividend, decimal divisor)
    {
        if (divisor == 0) return null;
        var tooLarge = Math.Abs(divisor) < 1 && Math.Abs(dividend) > PrintedFigure.Largest * Math.Abs(divisor);
        return tooLarge ? null : dividend / divisor;
    }
}

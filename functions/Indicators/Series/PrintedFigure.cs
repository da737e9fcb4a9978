namespace ServerlessIct.Indicators.Series;

/// <summary>
/// What a printed figure may stand for. A figure is known to half a unit of its last printed digit on either side.
/// The value no longer says how it was printed once a multiplier is folded in, so the last printed digit is inferred:
/// <list type="bullet">
/// <item>below 1,000 and in relative units the decimal's own scale tells it: 6.7 is known to 0.1, 6.70 to 0.01;</item>
/// <item>below 10,000 and with fewer than three closing zeros it was printed in full: 1,300 stations are not 13 hundred;</item>
/// <item>else a multiplier was used, and the last digit is the last that is not 0, but no larger than the multiplier:
/// 69,300,000,000 is 69.3 tỷ, known to 100 million; 70,000,000,000 is 70 tỷ, known to 1 tỷ.</item>
/// </list>
/// Counts and ranks printed in full are exact.
/// </summary>
static class PrintedFigure
{
    /// <summary>Beyond this nothing is computed; no report states such a figure, and products of it could overflow.</summary>
    public const decimal Largest = 1e22m;

    const int ClosingZerosOfAMultiplier = 3;

    /// <summary>The unit of the last printed digit.</summary>
    public static decimal Resolution(decimal value, Unit unit)
    {
        var size = Math.Abs(value);
        if (size < 1_000m || IsRelative(unit)) return PowerOfTen(-value.Scale);
        var zeros = ClosingZeros(size);
        if (size < 10_000m || zeros < ClosingZerosOfAMultiplier) return PowerOfTen(Math.Min(zeros, 0));
        return Math.Min(PowerOfTen(zeros), Multiplier(size, zeros));
    }

    /// <summary>How far a plain figure may be from the true one: nothing for a count in full, else half of the last digit.</summary>
    public static decimal Margin(decimal value, Unit unit)
    {
        var resolution = Resolution(value, unit);
        return resolution == 1m && (unit == Unit.Count || unit == Unit.Rank) ? 0 : resolution / 2;
    }

    /// <summary>
    /// How far a printed change may be from the true one: as <see cref="Margin"/>, but 400 million stands beside levels in tỷ for 0.4 tỷ as well,
    /// so that hundreds of millions are known to a hundred million only.
    /// </summary>
    public static decimal ChangeMargin(decimal value, Unit unit) =>
        Math.Abs(value) is >= 1e8m and < 1e9m && value % 1e8m == 0 && !IsRelative(unit) ? 5e7m : Margin(value, unit);

    /// <summary>The figures that a printed and perhaps qualified one may stand for; null for a figure too large to reckon with.</summary>
    public static Interval? Bounds(decimal value, Unit unit, Qualifier qualifier)
    {
        if (Math.Abs(value) > Largest) return null;
        var margin = Margin(value, unit);
        var slack = IsPlain(qualifier) ? 0 : Slack(value);
        return qualifier switch
        {
            Qualifier.Over => new(value, value + slack),
            Qualifier.Under => new(value - slack, value),
            _ => new(value - margin - slack, value + margin + slack),
        };
    }

    /// <summary>Whether a figure is stated without <c>hơn</c>, <c>gần</c> or <c>khoảng</c>.</summary>
    public static bool IsPlain(Qualifier qualifier) => qualifier is Qualifier.Exact or Qualifier.Estimated;

    /// <summary>The figures that a reported comparison may stand for: <c>giảm hơn 5%</c> reaches from -5 down.</summary>
    public static Interval Bounds(Comparison reported)
    {
        var (size, margin) = (Math.Abs(reported.Value), Margin(reported.Value, reported.Unit));
        var slack = IsPlain(reported.Qualifier) ? 0 : ChangeSlack(size, reported.Unit);
        var (low, high) = reported.Qualifier switch
        {
            Qualifier.Over => (size, size + slack),
            Qualifier.Under => (size - slack, size),
            _ => (size - margin - slack, size + margin + slack),
        };
        return reported.Value < 0 ? new Interval(-high, -low) : new Interval(low, high);
    }

    /// <summary>A computed figure with no more digits than the printed one that it comes from.</summary>
    public static decimal Rounded(decimal computed, decimal printed, Unit unit)
    {
        var resolution = Resolution(printed, unit);
        return resolution < 1
            ? Math.Round(computed, printed.Scale, MidpointRounding.AwayFromZero)
            : Math.Round(computed / resolution, MidpointRounding.AwayFromZero) * resolution;
    }

    // "hơn 1.300" reaches to 1.400: one step of the last digit that is not 0, at most a tenth of the figure.
    static decimal Slack(decimal value)
    {
        var size = Math.Abs(value);
        return size == 0 ? 0 : Math.Min(PowerOfTen(ClosingZeros(size)), size / 10);
    }

    // "hơn 5%" reaches to 6%: a tenth of a small share would be less than people round to.
    static decimal ChangeSlack(decimal size, Unit unit) =>
        IsRelative(unit) && size != 0 ? Math.Min(PowerOfTen(ClosingZeros(size)), Math.Max(size / 10, 1)) : Slack(size);

    static bool IsRelative(Unit unit) => unit == Unit.Percent || unit == Unit.Point || unit == Unit.Times || unit == Unit.Score;

    // The exponent of the last digit that is not 0; negative after the decimal point.
    static int ClosingZeros(decimal size)
    {
        var exponent = -size.Scale;
        var digits = size * PowerOfTen(size.Scale);
        while (digits != 0 && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return exponent;
    }

    // "nghìn tỷ" is written for round figures only: 1.460 tỷ is more usual than 1,46 nghìn tỷ.
    static decimal Multiplier(decimal size, int zeros) => size switch
    {
        >= 1e13m when zeros >= 12 => 1e12m,
        >= 1e9m => 1e9m,
        >= 1e6m => 1e6m,
        _ => 1e3m,
    };

    static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++) power = exponent < 0 ? power / 10 : power * 10;
        return power;
    }
}

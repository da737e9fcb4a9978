using System.Globalization;

namespace ServerlessIct.Indicators.Tests.Series.Simulation;

/// <summary>Writes true figures as reports write them, and mistypes them.</summary>
static class Printing
{
    /// <summary>Changes of amounts are printed in tỷ with one decimal.</summary>
    const decimal AmountStep = 100_000_000;

    /// <summary>The figure in full, or rounded as reports round.</summary>
    public static decimal Level(decimal truth, Unit unit, bool round, Random random)
    {
        if (unit == Unit.Percent) return Rounded(truth, round ? 1 : 2);
        // "64 nghìn", "1,25 triệu"; smaller counts are printed in full.
        if (unit == Unit.Count) return !round || truth < 10_000 ? Rounded(truth, 0) : Stepped(truth, truth < 1_000_000 ? 1_000 : 10_000);
        // "69,3 tỷ", "1.463 tỷ": in tỷ, the smaller with a decimal.
        return Stepped(truth, round ? (truth < 100_000_000_000 ? 100_000_000 : 1_000_000_000) : random.Next(2) == 0 ? 10_000_000 : 1_000_000);
    }

    /// <summary>The change from one true figure to another, as a report words it.</summary>
    public static Comparison Change(decimal before, decimal after, Unit unit, Basis basis, Random random)
    {
        var form = random.NextDouble();
        var digits = random.Next(1, 3);
        var percent = Rounded(100 * (after - before) / before, digits);
        if (unit == Unit.Percent)
        {
            return form < 0.3 ? new(basis, Relation.Change, Rounded(after - before, digits), Unit.Point)
                : form < 0.7 ? new(basis, Relation.Change, Rounded(after - before, digits), Unit.Percent)
                : new(basis, Relation.Change, percent, Unit.Percent);
        }

        return form < 0.15 ? new(basis, Relation.Ratio, Rounded(100 * after / before, digits), Unit.Percent)
            : form < 0.45 && (unit == Unit.Count || Math.Abs(after - before) > AmountStep) ? new(basis, Relation.Change, unit == Unit.Count ? after - before : Stepped(after - before, AmountStep), unit)
            : new(basis, Relation.Change, percent, Unit.Percent);
    }

    /// <summary>The same change, of other figures.</summary>
    public static Comparison ChangeLike(Comparison like, decimal before, decimal after, Unit unit)
    {
        var digits = like.Value.Scale;
        var value = like.Relation == Relation.Ratio ? Rounded(100 * after / before, digits)
            : like.Unit == Unit.Point ? Rounded(after - before, digits)
            : like.Unit == Unit.Percent ? Rounded(100 * (after - before) / before, digits)
            : unit == Unit.Count ? after - before : Stepped(after - before, AmountStep);
        return like with { Value = value };
    }

    /// <summary>A change that is plainly another: of the other sign, or off by a part that no rounding explains.</summary>
    public static decimal Wrong(decimal change, Random random) => random.NextDouble() switch
    {
        < 0.3 when change != 0 => -change,
        < 0.6 => change + (Math.Max(Math.Abs(change), 1) * random.Next(2, 9) / 10m),
        _ => change - (Math.Max(Math.Abs(change), 1) * random.Next(3, 9) / 10m),
    };

    /// <summary>The number mistyped; the same where it has no digit to mistype.</summary>
    public static decimal Mistyped(decimal value, Random random)
    {
        var (digits, zeros) = Digits(value);
        var at = random.Next(digits.Length);
        var typed = random.Next(6) switch
        {
            0 => digits[..at] + (char)('0' + ((digits[at] - '0' + random.Next(1, 10)) % 10)) + digits[(at + 1)..],
            1 when digits.Length > 1 => digits.Remove(at, 1),
            2 => digits.Insert(at, digits[at].ToString()),
            3 when at > 0 => digits[..(at - 1)] + digits[at] + digits[at - 1] + digits[(at + 1)..],
            4 => digits + "0",
            5 => digits + "000",
            _ => digits + digits[^1],
        };
        var number = decimal.Parse(typed + zeros, CultureInfo.InvariantCulture);
        return Math.Sign(value) * Rounded(number / Power(value.Scale), value.Scale);
    }

    public static decimal Rounded(decimal value, int digits)
    {
        var rounded = Math.Round(value, digits, MidpointRounding.AwayFromZero);
        // A report prints its closing zeros: 6.70 is not 6.7.
        return rounded + new decimal(0, 0, 0, false, (byte)digits);
    }

    static decimal Stepped(decimal value, decimal step) => Math.Round(value / step, 0, MidpointRounding.AwayFromZero) * step;

    static (string Digits, string Zeros) Digits(decimal value)
    {
        var text = decimal.Truncate(Math.Abs(value) * Power(value.Scale)).ToString(CultureInfo.InvariantCulture);
        var printed = value.Scale > 0 ? text : text.TrimEnd('0');
        if (printed.Length == 0) printed = "0";
        return (printed, text[printed.Length..]);
    }

    static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }
}

using System.Globalization;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Dates whose parts dots set apart: <c>7.2020</c>, <c>15.8.2021</c>, <c>15.8</c>.</summary>
static class DottedDate
{
    /// <summary>Reads the parts; one that is not there is 0.</summary>
    /// <param name="number">A number token.</param>
    /// <param name="parts">The parts.</param>
    /// <returns>False where it is no date, as <c>1.346</c> is none.</returns>
    public static bool TryRead(ReadOnlySpan<char> number, out (int Year, int Month, int Day) parts)
    {
        parts = default;
        var dot = number.IndexOf('.');
        if (dot is not (1 or 2)) return false;
        var first = Digits(number[..dot]);
        var rest = number[(dot + 1)..];
        dot = rest.IndexOf('.');
        if (dot < 0) parts = rest.Length == 4 ? (Digits(rest), first, 0) : (0, Digits(rest), first);
        else parts = (Digits(rest[(dot + 1)..]), Digits(rest[..dot]), first);
        return parts is { Month: > 0 and <= 12, Day: >= 0 and <= 31 } && (parts.Day > 0 ? rest.Length != 4 : Period.IsYear(parts.Year)) && (dot < 0 || Period.IsYear(parts.Year));
    }

    static int Digits(ReadOnlySpan<char> digits) =>
        digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}

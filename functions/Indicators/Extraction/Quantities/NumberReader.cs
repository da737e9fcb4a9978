namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Reads digits as Vietnamese offices type them: a dot before exactly three digits groups thousands, a comma begins decimals.
/// The rest is told by the shape: <c>93.35</c> and <c>1,463.5</c> are English, <c>1,234,567</c> is grouped by commas.
/// </summary>
static class NumberReader
{
    /// <summary>More digits than any amount has; longer runs are codes.</summary>
    const int MostDigits = 18;

    /// <summary>The value of a number token.</summary>
    /// <param name="digits">Digits with marks between them.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">Which marks the text uses, for <c>1,463</c> and <c>1.463</c>.</param>
    /// <returns>False where it is no amount: too long, or marks that group nothing.</returns>
    public static bool TryRead(ReadOnlySpan<char> digits, out decimal value, NumberStyle style = NumberStyle.Vietnamese)
    {
        value = 0;
        if (digits.Length > MostDigits + 6) return false;
        if (!digits.ContainsAnyExceptInRange(',', '9')) return TryReadVisible(digits, style, out value);
        Span<char> visible = stackalloc char[digits.Length];
        var length = 0;
        foreach (var c in digits)
            if (c is >= ',' and <= '9') visible[length++] = c;
        return TryReadVisible(visible[..length], style, out value);
    }

    static bool TryReadVisible(ReadOnlySpan<char> digits, NumberStyle style, out decimal value)
    {
        value = 0;
        var (dots, commas) = (digits.Count('.'), digits.Count(','));
        var lastDot = digits.LastIndexOf('.');
        var lastComma = digits.LastIndexOf(',');
        var point = (dots, commas) switch
        {
            (0, 0) => -1,
            (> 0, > 0) => Math.Max(lastDot, lastComma),
            (0, 1) => style == NumberStyle.English && IsGroup(digits, lastComma) ? -1 : lastComma,
            (1, 0) => style == NumberStyle.Vietnamese && IsGroup(digits, lastDot) ? -1 : lastDot,
            _ => -1,
        };
        if (point >= 0 && digits[(point + 1)..].ContainsAny('.', ',')) return false;
        var whole = point < 0 ? digits : digits[..point];
        if (!IsGrouped(whole)) return false;
        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point) plain[length++] = '.';
            else if (char.IsAsciiDigit(digits[i])) plain[length++] = digits[i];
        }

        return length <= MostDigits + 1
            && decimal.TryParse(plain[..length], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether three digits follow a mark; nothing but nought before it makes them decimals.</summary>
    static bool IsGroup(ReadOnlySpan<char> digits, int mark) => digits.Length - mark - 1 == 3 && !(digits[0] == '0' && mark == 1);

    /// <summary>Every group after the first has three digits.</summary>
    static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOfAny('.', ',');
        if (first < 0) return true;
        if (first == 0) return false;
        for (var rest = whole[first..]; rest.Length > 0; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[1..4].ContainsAny('.', ',') || (rest.Length > 4 && rest[4] is not ('.' or ','))) return false;
        }

        return true;
    }
}

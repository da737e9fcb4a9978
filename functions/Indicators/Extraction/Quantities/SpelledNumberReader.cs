using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Reads numbers in words, to the first word that belongs to no number.</summary>
sealed class SpelledNumberReader(Numerals numerals, Token[] tokens)
{
    /// <summary>The number that begins at a token.</summary>
    /// <param name="i">Its first token.</param>
    /// <param name="end">One past the last token of the sentence.</param>
    /// <param name="next">One past the number.</param>
    /// <param name="value">Its value without the multipliers at its end, which digits have too.</param>
    /// <returns>False where the words make no number.</returns>
    public bool TryRead(int i, int end, out int next, out decimal value)
    {
        (next, value) = (i, 0);
        var total = 0m;
        var limit = decimal.MaxValue;
        while (TryGroup(ref next, end, total > 0, out var group))
        {
            var after = next;
            var factor = Scale(ref after, end);
            if (factor >= limit) return false;
            if (factor == 1 || !GoesOn(after, end))
            {
                value = total == 0 ? group : (total + (group * factor));
                if (total > 0) next = after;
                return !IsNumeralDigit(next, end);
            }

            total += group * factor;
            (limit, next) = (factor, after);
        }

        value = total;
        return total > 0;
    }

    /// <summary><c>hai phẩy năm</c>: the decimals behind a digit.</summary>
    public decimal Decimals(ref int next, int end)
    {
        if (Kind(next, end) != Numeral.Point) return 0;
        var after = next + 1;
        if (!TryGroup(ref after, end, false, out var decimals)) return 0;
        next = after;
        return decimals < 10 ? decimals / 10 : decimals < 100 ? decimals / 100 : decimals / 1000;
    }

    /// <summary>0 to 999: <c>ba trăm linh năm</c>, <c>hai mươi mốt</c>, <c>mười hai</c>, <c>bảy</c>.</summary>
    /// <param name="behindScale">Whether <c>lẻ</c> may open it, and a digit alone may not: <c>hai triệu năm 2022</c>.</param>
    bool TryGroup(ref int next, int end, bool behindScale, out decimal value)
    {
        var i = next;
        value = 0;
        if (behindScale && Kind(i, end) == Numeral.NoTens && Kind(i + 1, end) == Numeral.Digit)
        {
            value = Value(i + 1);
            next = i + 2;
            return true;
        }

        if (Kind(i, end) == Numeral.Digit && Kind(i + 1, end) == Numeral.Scale && Value(i + 1) == 100)
        {
            value = Value(i) * 100;
            i += 2;
            if (Kind(i, end) == Numeral.NoTens && Kind(i + 1, end) == Numeral.Digit)
            {
                value += Value(i + 1);
                next = i + 2;
                return true;
            }
        }

        var below = Tens(ref i, end);
        if (below == 0 && value == 0 && Kind(i, end) == Numeral.Digit && (!behindScale || Kind(i + 1, end) == Numeral.Scale)) below = Value(i++);
        value += below;
        next = i;
        return value > 0;
    }

    /// <summary>10 to 99; 0 where no tens stand there. <c>năm</c> behind tens is a year.</summary>
    int Tens(ref int i, int end)
    {
        int tens;
        if (Kind(i, end) == Numeral.Ten) (tens, i) = (10, i + 1);
        else if (Kind(i, end) == Numeral.Digit && Kind(i + 1, end) == Numeral.Tens) (tens, i) = (Value(i) * 10, i + 2);
        else return 0;
        if (Kind(i, end) is Numeral.DigitAfterTens || (Kind(i, end) == Numeral.Digit && Value(i) != 5)) tens += Value(i++);
        return tens;
    }

    decimal Scale(ref int i, int end)
    {
        var factor = 1m;
        while (Kind(i, end) == Numeral.Scale && factor < 1e15m) factor *= Value(i++);
        return factor;
    }

    /// <summary>Whether smaller parts of the same number follow a scale: <c>ba nghìn hai trăm</c>.</summary>
    bool GoesOn(int i, int end) => Kind(i, end) switch
    {
        Numeral.Ten => true,
        Numeral.NoTens => Kind(i + 1, end) == Numeral.Digit,
        Numeral.Digit => Kind(i + 1, end) is Numeral.Scale or Numeral.Tens,
        _ => false,
    };

    bool IsNumeralDigit(int i, int end) => Kind(i, end) == Numeral.Digit && Value(i) != 5;

    Numeral Kind(int i, int end) => i < end ? numerals.Kind(tokens[i]) : Numeral.None;

    int Value(int i) => numerals.Value(tokens[i]);
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Reads a number in words with its unit. Small numbers in words are mostly names and manners of speaking, so a single digit needs a unit,
/// a multiplier or a rank beside it.
/// </summary>
sealed class SpelledQuantityReader(Language language, char[] text, Token[] tokens, ObjectPool<Quantity> supply)
{
    readonly Numerals numerals = language.Numerals;
    readonly SpelledNumberReader numbers = new(language.Numerals, tokens);
    readonly UnitReader units = new(language, text, tokens);

    /// <summary>The quantity that begins at a word; null where it states none.</summary>
    /// <param name="i">The word.</param>
    /// <param name="end">One past the last token of the sentence.</param>
    /// <param name="before">The chunk before it.</param>
    public Quantity? At(int i, int end, in Chunk before)
    {
        var kind = numerals.Kind(tokens[i]);
        if (kind is Numeral.None or Numeral.NoTens or Numeral.Point or Numeral.Vague or Numeral.Part or Numeral.Ordinal or Numeral.Tens) return null;
        if (before.Is(PhraseTag.Times)) return Multiple(i, end);
        if (before.Is(PhraseTag.Rank)) return Rank(i, end);
        if (IsHalf(i, end, in before) || IsFraction(i, end)) return Share(i, end, in before);
        if (kind == Numeral.Scale) return IsQualifier(in before) ? OneOf(i, end) : null;
        if (kind is not (Numeral.Digit or Numeral.Ten) || (i > 0 && numerals.Kind(tokens[i - 1]) is Numeral.Vague or Numeral.Digit)) return null;
        if (!numbers.TryRead(i, end, out var next, out var value)) return null;
        value += numbers.Decimals(ref next, end);
        var confirmed = SkipDigits(ref next, end, value);
        var quantity = Completed(supply.Take().Begin(i, next, value), end);
        return confirmed || next - i > 1 || kind == Numeral.Ten || quantity.Scaled || IsMeasured(quantity) ? quantity : null;
    }

    /// <summary><c>hơn nghìn tỷ đồng</c>: a scale by itself; in <c>tương ứng tỷ lệ 99%</c> the word is part of another.</summary>
    Quantity? OneOf(int i, int end)
    {
        var quantity = Completed(supply.Take().Begin(i, i, 1), end);
        return quantity.Scaled ? quantity : null;
    }

    /// <summary><c>hai mươi bốn (24) doanh nghiệp</c>: brackets that say the number in digits.</summary>
    bool SkipDigits(ref int next, int end, decimal value)
    {
        if (next + 2 >= end || !tokens[next].Is('(') || tokens[next + 1].Kind != TokenKind.Number || !tokens[next + 2].Is(')')) return false;
        if (!NumberReader.TryRead(text.AsSpan(tokens[next + 1].Start, tokens[next + 1].End - tokens[next + 1].Start), out var said) || said != value) return false;
        next += 3;
        return true;
    }

    static bool IsQualifier(in Chunk before) => before.Is(PhraseTag.Over) || before.Is(PhraseTag.Under) || before.Is(PhraseTag.About);

    static bool IsMeasured(Quantity quantity) =>
        quantity.Unit is { Code: not ("times" or "score" or "year" or "day" or "hour" or "minute") } unit && (quantity.Value > 1 || unit.Code is "%" or "point");

    Quantity Completed(Quantity quantity, int end)
    {
        units.Read(quantity, end);
        return quantity;
    }

    /// <summary><c>gấp đôi</c>, <c>gấp rưỡi</c>, <c>gấp ba lần</c>.</summary>
    Quantity? Multiple(int i, int end)
    {
        var next = i + 1;
        var value = numerals.Kind(tokens[i]) switch { Numeral.Double => 2, Numeral.AndHalf => 1.5m, _ => 0 };
        if (value == 0)
        {
            if (numerals.Kind(tokens[i]) is not (Numeral.Digit or Numeral.Ten) || !numbers.TryRead(i, end, out next, out value)) return null;
            value += numbers.Decimals(ref next, end);
        }

        var quantity = supply.Take().Begin(i, next, value);
        var times = language.Lexicon.Longest(tokens.AsSpan(0, end), next, out var entry);
        if (times > 0 && entry!.Unit == "times") quantity.End = next + times;
        else if (tokens[i].Word == language.PeriodWords.Year) return null;
        quantity.Unit = Unit.Times;
        return quantity;
    }

    /// <summary><c>xếp thứ nhất</c>, <c>đứng thứ mười hai</c>.</summary>
    Quantity? Rank(int i, int end)
    {
        if (numerals.Kind(tokens[i - 1]) != Numeral.Ordinal) return null;
        var (next, value) = (i + 1, 0m);
        if (numerals.Kind(tokens[i]) is Numeral.DigitOfRank or Numeral.DigitAfterTens) value = numerals.Value(tokens[i]);
        else if (numerals.Kind(tokens[i]) is not (Numeral.Digit or Numeral.Ten) || !numbers.TryRead(i, end, out next, out value)) return null;
        return supply.Take().Begin(i, next, value);
    }

    bool IsHalf(int i, int end, in Chunk before) =>
        numerals.Kind(tokens[i]) == Numeral.Half
            ? IsQualifier(in before)
            : Kind(i + 1, end) == Numeral.Half && numerals.Value(tokens[i]) == 1;

    bool IsFraction(int i, int end) =>
        numerals.Kind(tokens[i]) == Numeral.Digit && Kind(i + 1, end) == Numeral.Part && Kind(i + 2, end) is Numeral.Digit or Numeral.DigitAfterTens
        && numerals.Value(tokens[i]) < numerals.Value(tokens[i + 2]);

    /// <summary>A part of a whole as per cent, where the whole is named: <c>một nửa số hộ</c>, <c>hai phần ba dân số</c>.</summary>
    Quantity? Share(int i, int end, in Chunk before)
    {
        var half = Kind(i + 1, end) != Numeral.Part;
        var next = !half ? i + 3 : numerals.Kind(tokens[i]) == Numeral.Half ? i + 1 : i + 2;
        if (!before.Is(PhraseTag.Reach) && !(next < end && (language.Words.Wholes.Contains(tokens[next].Word) || language.Words.Counted.Contains(tokens[next].Word)))) return null;
        var value = half ? 50 : Math.Round(100m * numerals.Value(tokens[i]) / numerals.Value(tokens[i + 2]), 2);
        var quantity = supply.Take().Begin(i, next, value);
        quantity.Unit = Unit.Percent;
        return quantity;
    }

    Numeral Kind(int i, int end) => i < end ? numerals.Kind(tokens[i]) : Numeral.None;
}

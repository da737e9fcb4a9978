using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Reads a number with its multipliers and unit from the tokens.</summary>
sealed class QuantityReader(Language language, char[] text, Token[] tokens)
{
    /// <summary>The quantity that begins at a number token; null where the number is part of a name or code.</summary>
    public Quantity? At(int i, int end)
    {
        var next = i + 1;
        if (!TryNumber(ref next, i, end, out var value)) return null;
        if (IsCode(next, end)) return null;
        decimal? total = null;
        if (Mark(next, end, '/') && Number(next + 1, end) && Touching(next + 1))
        {
            var after = next + 2;
            if (!TryNumber(ref after, next + 1, end, out var whole) || (Mark(after, end, '/') && Number(after + 1, end))) return null;
            (total, next) = (whole, after);
        }

        var quantity = new Quantity { First = i, End = next, Value = value, Total = total };
        ReadUnit(quantity, end);
        return quantity;
    }

    /// <summary>The number at <paramref name="i"/>, with groups set apart by spaces: <c>1 463</c>, <c>12 ,5</c>.</summary>
    bool TryNumber(ref int next, int i, int end, out decimal value)
    {
        var span = Text(i);
        if (!NumberReader.TryRead(span, out value)) return false;
        if (Mark(next, end, ',') && Number(next + 1, end) && Touching(next + 1) && !Touching(next) && Text(next + 1).Length <= 2
            && NumberReader.TryRead(string.Concat(span, ",", Text(next + 1)), out var split))
        {
            value = split;
            next += 2;
            return true;
        }

        if (span.Length > 3 || span[0] == '0' || span.ContainsAny('.', ',')) return true;
        while (Number(next, end) && IsGroup(next) && tokens[next].Start - tokens[next - 1].End == 1 && value < 1e12m)
        {
            value = (value * 1000) + int.Parse(Text(next), System.Globalization.CultureInfo.InvariantCulture);
            next++;
        }

        return true;
    }

    bool IsGroup(int i) => Text(i).Length == 3 && !Text(i).ContainsAny('.', ',');

    /// <summary><c>57-NQ/TW</c>, <c>03/ĐA-UBND</c>: letters joined to the number by a dash or a stroke.</summary>
    bool IsCode(int next, int end) =>
        (Mark(next, end, '-') || Mark(next, end, '/')) && Touching(next) && next + 1 < end && tokens[next + 1].Kind == TokenKind.Word && Touching(next + 1);

    void ReadUnit(Quantity quantity, int end)
    {
        ReadMultipliers(quantity, end);
        if (ReadPhraseUnit(quantity, end) || ReadCountedCompound(quantity, end)) return;
        if (!quantity.Scaled) return;
        var word = quantity.End < end && tokens[quantity.End].Kind == TokenKind.Word;
        if (!word || (IsMilliards(quantity.End - 1) && !Counts(quantity.End, end))) quantity.Unit = Unit.Vnd;
    }

    /// <summary><c>1,4 thuê bao/1 người dân</c>: so many of one thing for each of another.</summary>
    bool ReadCountedCompound(Quantity quantity, int end)
    {
        var at = quantity.End;
        while (at < end && at - quantity.End < 4 && tokens[at].Kind == TokenKind.Word) at++;
        if (at == quantity.End || !Mark(at, end, '/')) return false;
        var last = at + 1;
        if (Number(last, end)) last++;
        while (last < end && last - at < 4 && tokens[last].Kind == TokenKind.Word) last++;
        if (last == at + 1) return false;
        quantity.Unit = Unit.Of(new string(text.AsSpan(tokens[quantity.End].Start..tokens[last - 1].End)));
        quantity.End = last;
        return true;
    }

    bool IsMilliards(int i) => Text(i) is "tỷ";

    void ReadMultipliers(Quantity quantity, int end)
    {
        var factor = Multiplier(quantity.End, end, out var next);
        if (next == quantity.End) return;
        quantity.Value *= factor;
        quantity.Scaled = true;
        quantity.End = next;
        // 6.306 tỷ 046 triệu: the parts add up.
        while (Number(quantity.End, end) && NumberReader.TryRead(Text(quantity.End), out var part)
            && Multiplier(quantity.End + 1, end, out next) is var smaller && next > quantity.End + 1 && smaller < factor)
        {
            quantity.Value += part * smaller;
            factor = smaller;
            quantity.End = next;
        }
    }

    decimal Multiplier(int i, int end, out int next)
    {
        next = i;
        var factor = 1m;
        while (i < end && language.Lexicon.Longest(tokens.AsSpan(0, end), i, out var entry) is > 0 and var length && entry!.Sense == Sense.Multiplier)
        {
            factor *= entry.Factor;
            i = next = i + length;
        }

        return factor;
    }

    bool ReadPhraseUnit(Quantity quantity, int end)
    {
        var at = quantity.End;
        if (at >= end || language.Lexicon.Longest(tokens.AsSpan(0, end), at, out var entry) is not (> 0 and var length)) return false;
        if (entry!.Sense == Sense.Duration)
        {
            quantity.End = at + length;
            quantity.Role = Role.None;
            quantity.Reason = "a duration or an age";
            return true;
        }

        if (entry.Sense != Sense.Unit || (entry.Unit == "score" && Counts(at + length, end))) return false;
        quantity.Unit = Unit.Of(entry.Unit!);
        quantity.End = at + length;
        ReadCompound(quantity, end);
        return true;
    }

    /// <summary><c>tỷ đồng/năm</c> is a unit of its own; a distance for every point stays a distance.</summary>
    void ReadCompound(Quantity quantity, int end)
    {
        if (!Mark(quantity.End, end, '/') || quantity.End + 1 >= end || tokens[quantity.End + 1].Kind != TokenKind.Word) return;
        if (language.Lexicon.Longest(tokens.AsSpan(0, end), quantity.End + 1, out var after) > 0 && after!.Sense == Sense.Plan) return;
        if (quantity.Unit!.Value.Code is not ("km" or "per100" or "person/point"))
            quantity.Unit = Unit.Of($"{quantity.Unit.Value.Code}/{Text(quantity.End + 1)}");
        quantity.End += 2;
    }

    /// <summary>Whether what follows is a noun that is counted and not a sum of money or points.</summary>
    bool Counts(int at, int end) => at < end && tokens[at].Kind == TokenKind.Word && language.Words.IsCounted(tokens[at].Word);

    ReadOnlySpan<char> Text(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);

    bool Mark(int i, int end, char mark) => i < end && tokens[i].Is(mark);

    bool Number(int i, int end) => i < end && tokens[i].Kind == TokenKind.Number;

    bool Touching(int i) => tokens[i].Touches(tokens[i - 1]);
}

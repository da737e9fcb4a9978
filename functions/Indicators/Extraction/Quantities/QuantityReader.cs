using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Reads a number in digits with its sign, its groups, its whole and its unit.</summary>
sealed class QuantityReader(Language language, char[] text, Token[] tokens, NumberStyle style, ObjectPool<Quantity> supply)
{
    /// <summary><c>so với</c> stands no more than so many tokens behind a change.</summary>
    const int BasisReach = 6;

    readonly UnitReader units = new(language, text, tokens);
    readonly SpelledNumberReader spelled = new(language.Numerals, tokens);

    /// <summary>The quantity that begins at a number token; null where the number is part of a name or code.</summary>
    /// <param name="i">The number token.</param>
    /// <param name="end">One past the sentence's last token.</param>
    /// <param name="why">Why there is none; empty where there is one.</param>
    public Quantity? At(int i, int end, out string why) => Read(i, i, end, out why);

    /// <summary>The quantity that begins at a sign or at a currency before its number; null where the mark is something else.</summary>
    public Quantity? AtMark(int i, int end)
    {
        if (!Number(i + 1, end) || !Touching(i + 1)) return null;
        if (tokens[i].Is('$') || tokens[i].Is('€')) return Priced(i, end);
        if (!(tokens[i].Is('-') || tokens[i].Is('+')) || !IsSign(i) || Read(i, i + 1, end, out _) is not { } quantity) return null;
        if (quantity.Unit is not { Code: "%" or "‰" or "point" } && !IsSignedChange(i, quantity, end)) return null;
        quantity.Signed = true;
        if (tokens[i].Is('-') && !(language.Lexicon.Before(tokens.AsSpan(0, i), i) is PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Decline)) quantity.Value = -quantity.Value;
        return quantity;
    }

    /// <summary>
    /// <c>(+8 doanh nghiệp)</c>, <c>(+8 so với quý II)</c>, <c>, -76 trạm so với năm 2022</c>: behind a sign, an amount or a count is a
    /// change where a bracket or a basis says so; else the sign is the mark of an item or a dash.
    /// </summary>
    bool IsSignedChange(int sign, Quantity quantity, int end)
    {
        var bracketed = tokens[sign - 1].Is('(');
        var based = false;
        for (var i = quantity.End; i < end && i < quantity.End + BasisReach && tokens[i].Kind == TokenKind.Word && !based; i++)
            based = language.Lexicon.Is(PhraseTag.Versus, tokens.AsSpan(0, end), i);
        return bracketed ? based || quantity.Unit is not null || (quantity.End < end && tokens[quantity.End].Kind == TokenKind.Word) : based;
    }

    /// <summary>The quantity that begins at <c>âm</c>, minus in a word; null where the word is something else.</summary>
    public Quantity? AtMinus(int i, int end)
    {
        if (tokens[i].Word != language.Words.Negative || !Number(i + 1, end) || Read(i, i + 1, end, out _) is not { Unit: not null } quantity) return null;
        (quantity.Value, quantity.Signed) = (-quantity.Value, true);
        return quantity;
    }

    Quantity? Read(int first, int i, int end, out string why)
    {
        why = "a time of day";
        if (IsClock(i, end)) return null;
        why = "part of a name";
        if (IsNamed(i)) return null;
        var next = i + 1;
        why = "no amount: too many digits, or marks that group nothing";
        if (!TryNumber(ref next, i, end, out var value)) return null;
        why = "a number joined to letters by a dash or a stroke: of a document, or a code";
        if (IsCode(next, end)) return null;
        why = "one of several numbers set apart by strokes: a date or a code";
        if (!TryTotal(ref next, end, value, out var total)) return null;
        SkipWords(ref next, end, total ?? value);
        why = "";
        var quantity = supply.Take().Begin(first, next, value);
        quantity.Total = total;
        if (total is null) units.ReadPerHundred(quantity, end);
        units.Read(quantity, end);
        if (quantity.Unit is null) ReadBare(quantity, i, next, end);
        if (quantity is { Unit: null, Scaled: false, Reason: "" } && units.IsPerHundredOf(i)) quantity.Unit = Unit.Per100;
        return quantity;
    }

    /// <summary>
    /// The second number of <c>29/32</c> and of <c>29 trên tổng số 32</c>, where there is one; in <c>118/100 dân</c> it belongs to the unit.
    /// False where more numbers follow a stroke, so that it is a date or a code.
    /// </summary>
    bool TryTotal(ref int next, int end, decimal value, out decimal? total)
    {
        total = null;
        if (Mark(next, end, '/') && Number(next + 1, end) && (Touching(next + 1) || IsBroken(next + 1)) && !units.IsPerHundred(next, end, value))
        {
            var after = next + 2;
            if (!TryNumber(ref after, next + 1, end, out var whole) || (Mark(after, end, '/') && Number(after + 1, end))) return false;
            (total, next) = (whole, after);
        }
        else if (WholeBehind(next, end) is > 0 and var at && !units.IsHundred(at, end))
        {
            var after = at + 1;
            if (value % 1 != 0 || !TryNumber(ref after, at, end, out var whole) || whole < value || whole % 1 != 0 || Mark(after, end, '/') || Mark(after, end, '%')) return true;
            (total, next) = (whole, after);
        }

        return true;
    }

    /// <summary>Where the whole stands in <c>29 trên tổng số 32</c>, <c>201 trong tổng số 207</c>, <c>201 trong số 207</c>; 0 where none does.</summary>
    int WholeBehind(int i, int end)
    {
        if (i + 2 >= end || tokens[i].Kind != TokenKind.Word || !(tokens[i].Word == language.Words.Over || tokens[i].Word == language.Words.In)) return 0;
        var length = language.Lexicon.Longest(tokens.AsSpan(0, end), i + 1, out var entry);
        var at = length > 0 && entry!.Tag == PhraseTag.Total ? i + 1 + length : tokens[i + 1].Word == language.Words.Number || tokens[i + 1].Word == language.Words.Sum ? i + 2 : i + 1;
        return (at > i + 1 || tokens[i].Word == language.Words.Over) && Number(at, end) ? at : 0;
    }

    /// <summary><c>24 (hai mươi bốn) doanh nghiệp</c>: brackets that say the number in words.</summary>
    void SkipWords(ref int next, int end, decimal value)
    {
        if (!Mark(next, end, '(') || next + 2 >= end || language.Numerals.Kind(tokens[next + 1]) == Numeral.None) return;
        if (!spelled.TryRead(next + 1, end, out var after, out var said)) return;
        said *= Multipliers.Read(language.Lexicon, tokens.AsSpan(0, end), after, out after);
        if (said == value && Mark(after, end, ')')) next = after + 1;
    }

    Quantity? Priced(int i, int end)
    {
        if (Read(i, i + 1, end, out _) is not { } quantity) return null;
        quantity.Unit = Unit.Of(tokens[i].Is('$') ? "USD" : "EUR");
        return quantity;
    }

    /// <summary>A sign stands apart from what is before it, or opens a bracket; after a number the dash is a range.</summary>
    bool IsSign(int i) =>
        i > 0 && tokens[i - 1].Kind is TokenKind.Word or TokenKind.Mark && (!Touching(i) || tokens[i - 1].Is('(')) && !tokens[i - 1].Is('%');

    /// <summary>What a number without a unit may be besides a count.</summary>
    void ReadBare(Quantity quantity, int i, int next, int end)
    {
        if (quantity.Scaled) return;
        var row = tokens[i].End - tokens[i].Start <= 3 && i > 0 && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 1].End - tokens[i - 1].Start <= 3;
        if (row || IsBaseOfRate(i, end)) (quantity.Role, quantity.Reason) = (Role.None, row ? "one of a row of numbers" : "what a rate is counted for");
        // Nothing counted is split: 1,422 trạm.
        else if (next == i + 1 && quantity.Value % 1 != 0 && IsGroupedByComma(Text(i)) && next < end && tokens[next].Kind == TokenKind.Word) quantity.Value *= 1000;
    }

    static bool IsGroupedByComma(ReadOnlySpan<char> digits) =>
        digits.IndexOf(',') is > 0 and < 4 and var comma && digits.Length - comma == 4 && digits[0] != '0';

    /// <summary><c>trên 100 dân</c>, <c>thuê bao/100 dân</c>, <c>cứ 10 hộ</c>, <c>mỗi 10.000 dân</c>.</summary>
    bool IsBaseOfRate(int i, int end)
    {
        if (i == 0 || i + 1 >= end || tokens[i + 1].Kind != TokenKind.Word) return false;
        var before = tokens[i - 1];
        if (before.Kind == TokenKind.Word && before.Word == language.Words.Per) return true;
        if (!(Text(i) is "100" or "1.000" or "1000" or "10.000" or "100.000") || !(tokens[i + 1].Word == language.Words.Inhabitant || tokens[i + 1].Word == language.Words.Person || tokens[i + 1].Word == language.Words.Household)) return false;
        return before.Is('/') || before.Word == language.Words.Each || before.Word == language.Words.Mean || (tokens[i + 1].Word == language.Words.Inhabitant && language.Lexicon.Is(PhraseTag.Over, tokens.AsSpan(0, i), i - 1));
    }

    /// <summary><c>08:30</c> and <c>3:1</c>; <c>16 giờ 30</c>.</summary>
    bool IsClock(int i, int end) =>
        (i > 1 && tokens[i - 1].Word == language.Words.Hour && tokens[i - 1].Kind == TokenKind.Word && tokens[i - 2].Kind == TokenKind.Number && Text(i).Length == 2) ||
        (Mark(i + 1, end, ':') && Touching(i + 1) && Number(i + 2, end) && Touching(i + 2))
        || (i > 1 && tokens[i - 1].Is(':') && Touching(i) && tokens[i - 2].Kind == TokenKind.Number && Touching(i - 1));

    /// <summary>The number at <paramref name="i"/>, with groups set apart by spaces: <c>1 463</c>, <c>12 ,5</c>, <c>1 .422</c>.</summary>
    bool TryNumber(ref int next, int i, int end, out decimal value)
    {
        var span = Text(i);
        if (!NumberReader.TryRead(span, out value, style)) return false;
        if (next < end && (tokens[next].Is(',') || tokens[next].Is('.')) && !Touching(next) && Number(next + 1, end) && Touching(next + 1)
            && (tokens[next].Is(',') ? Text(next + 1).Length <= 2 : span.Length <= 3 && IsGroup(next + 1))
            && NumberReader.TryRead(string.Concat(span, tokens[next].Is(',') ? "," : ".", Text(next + 1)), out var split))
        {
            value = split;
            next += 2;
            return true;
        }

        if (span.Length > 3 || span[0] == '0' || span.ContainsAny('.', ',')) return true;
        while (Number(next, end) && tokens[next].Start - tokens[next - 1].End == 1 && value < 1e12m)
        {
            var group = Text(next);
            var whole = group.Length > 4 && group[3] == ',' ? group[..3] : group;
            if (whole.Length != 3 || whole.ContainsAny('.', ',') || !NumberReader.TryRead(group, out var part)) break;
            value = (value * 1000) + part;
            next++;
            if (whole.Length < group.Length) break;
        }

        return true;
    }

    bool IsGroup(int i) => Text(i).Length == 3 && !Text(i).ContainsAny('.', ',');

    /// <summary><c>Covid-19</c>, <c>ISO-9001</c>: joined to a word by a dash on both sides.</summary>
    bool IsNamed(int i) => i > 1 && tokens[i - 1].Is('-') && Touching(i) && tokens[i - 2].Kind == TokenKind.Word && Touching(i - 1);

    /// <summary><c>57-NQ/TW</c>, <c>03/ĐA-UBND</c>: letters joined to the number by a dash or a stroke.</summary>
    bool IsCode(int next, int end) =>
        (Mark(next, end, '-') || Mark(next, end, '/')) && Touching(next) && next + 1 < end && tokens[next + 1].Kind == TokenKind.Word && Touching(next + 1);

    ReadOnlySpan<char> Text(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);

    bool Mark(int i, int end, char mark) => i < end && tokens[i].Is(mark);

    bool Number(int i, int end) => i < end && tokens[i].Kind == TokenKind.Number;

    /// <summary>Whether only the end of a line stands before a token.</summary>
    bool IsBroken(int i) => text.AsSpan(tokens[i - 1].End..tokens[i].Start) is "\n" or "\r\n" or " \n";

    bool Touching(int i) => tokens[i].Touches(tokens[i - 1]);
}

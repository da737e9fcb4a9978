using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Reads the multipliers and the unit behind a number.</summary>
sealed class UnitReader(Language language, char[] text, Token[] tokens)
{
    /// <summary>No score is higher; more points are counted, of service or of sale.</summary>
    const decimal MostPoints = 5000;

    /// <summary>An index by which provinces are ranked has no more points, unless it says of how many.</summary>
    const decimal MostScore = 100;

    /// <summary>How far back the words of a subject are looked for, in tokens.</summary>
    const int SubjectReach = 16;

    readonly QuantityWords words = language.QuantityWords;

    /// <summary>Reads on from the end of a quantity's number.</summary>
    public void Read(Quantity quantity, int end)
    {
        if (quantity.Unit is not null) return;
        ReadMultipliers(quantity, end);
        if (ReadPeople(quantity, end) || ReadPhraseUnit(quantity, end) || ReadRate(quantity, end) || ReadBracketed(quantity, end)) return;
        if (!quantity.Scaled) return;
        var word = quantity.End < end && tokens[quantity.End].Kind == TokenKind.Word;
        if (word ? IsMilliards(quantity.End - 1) && !Counts(quantity.End, end) : !SubjectCounts(quantity.First)) (quantity.Unit, quantity.HasNoUnit) = (Unit.Vnd, !word);
    }

    void ReadMultipliers(Quantity quantity, int end)
    {
        var factor = Multiplier(quantity.End, end, out var next);
        if (next == quantity.End || quantity.Value > Quantity.MostScaled) return;
        // 642/1.120 tỷ đồng: both are told in milliards.
        if (quantity.Total is { } total && total < Quantity.MostScaled) quantity.Total = total * factor;
        quantity.Value *= factor;
        quantity.Scale = factor;
        quantity.End = next;
        if (next < end && language.Numerals.Kind(tokens[next]) == Numeral.AndHalf)
        {
            quantity.Value += factor / 2;
            quantity.End++;
        }

        // 6.306 tỷ 046 triệu: the parts add up.
        while (Number(quantity.End, end) && NumberReader.TryRead(Text(quantity.End), out var part)
            && Multiplier(quantity.End + 1, end, out next) is var smaller && next > quantity.End + 1 && smaller < factor)
        {
            quantity.Value += part * smaller;
            factor = smaller;
            quantity.End = next;
        }
    }

    /// <summary><c>TB</c> shortens <c>thuê bao</c>, save where capacity or storage is spoken of.</summary>
    bool IsOfData(int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - SubjectReach; i--)
            if (words.Storage.Contains(tokens[i].Word)) return true;
        return false;
    }

    decimal Multiplier(int i, int end, out int next) => Multipliers.Read(language.Lexicon, tokens.AsSpan(0, end), i, out next);

    bool ReadPhraseUnit(Quantity quantity, int end)
    {
        var at = quantity.End;
        if (at >= end || language.Lexicon.Longest(tokens.AsSpan(0, end), at, out var entry) is not (> 0 and var length)) return false;
        if (entry!.Tag == PhraseTag.Duration)
        {
            quantity.End = at + length;
            quantity.Role = Role.None;
            quantity.Reason = "a duration, an age or a size";
            return true;
        }

        if (entry.Tag != PhraseTag.Unit || (entry.Unit == "score" && (Counts(at + length, end) || ArePlaces(quantity, at + length, end) || NamesPlaces(quantity, at + length, end))) || (entry.Unit == "year" && IsYear(at + length, end))) return false;
        if (entry.Unit == "TB" && !IsOfData(quantity.First)) return false;
        if (entry.Factor > 1 && quantity.Value > Multipliers.Most) return false;
        quantity.Unit = Unit.Of(entry.Unit!);
        quantity.Value *= entry.Factor;
        if (entry.Factor > 1) quantity.Scale = entry.Factor;
        quantity.End = at + length;
        ReadCompound(quantity, end);
        return true;
    }

    /// <summary><c>tỷ đồng/năm</c> and <c>triệu đồng/người/năm</c> are units of their own; a distance for every point stays a distance.</summary>
    void ReadCompound(Quantity quantity, int end)
    {
        while (Mark(quantity.End, end, '/') && quantity.End + 1 < end && tokens[quantity.End + 1].Kind == TokenKind.Word)
        {
            if (language.Lexicon.Is(PhraseTag.Plan, tokens.AsSpan(0, end), quantity.End + 1)) return;
            if (quantity.Unit!.Value.Code is not ("km" or "per100" or "person/point") and var code && !code.EndsWith("bps", StringComparison.Ordinal))
                quantity.Unit = Unit.Of($"{quantity.Unit.Value.Code}/{Text(quantity.End + 1)}");
            quantity.End += 2;
        }
    }

    /// <summary><c>1,4 thuê bao/1 người dân</c>: so many of one thing for each of another; <c>85,3 thuê bao trên 100 dân</c>.</summary>
    bool ReadRate(Quantity quantity, int end)
    {
        var at = quantity.End;
        while (at < end && at - quantity.End < 4 && tokens[at].Kind == TokenKind.Word && !IsOver(at)) at++;
        if (quantity.Total is not null || at == quantity.End || at >= end || !(tokens[at].Is('/') || (IsOver(at) && IsHundred(at + 1, end)))) return false;
        var last = at + 1;
        if (Number(last, end)) last++;
        else if (last < end && language.Words.Alternatives.Contains(tokens[at - 1].Word) && language.Words.Alternatives.Contains(tokens[last].Word)) return false;
        while (last < end && last - at < 4 && tokens[last].Kind == TokenKind.Word && !BeginsPhrase(last, end)) last++;
        if (last == at + 1) return false;
        quantity.Unit = IsHundred(at + 1, end) ? Unit.Per100 : Unit.Of(new string(text.AsSpan(tokens[quantity.End].Start..tokens[last - 1].End)));
        quantity.End = last;
        return true;
    }

    /// <summary><c>bình quân mỗi điểm phục vụ 4.370 người</c>: people for each point, where the clause before says so.</summary>
    bool ReadPeople(Quantity quantity, int end)
    {
        if (quantity.Scaled || quantity.End >= end || tokens[quantity.End].Word != language.Words.Person || quantity.Total is not null) return false;
        var serves = false;
        for (var i = quantity.First - 1; i > 0 && i >= quantity.First - (2 * SubjectReach); i--)
        {
            if (tokens[i].Kind == TokenKind.Break || tokens[i].Is(';') || tokens[i].Is('.')) return false;
            serves |= tokens[i].Word == language.Words.Serve;
            if (tokens[i].Word != language.Words.Points || !(tokens[i - 1].Word == language.Words.Each || language.Numerals.Kind(tokens[i - 1]) == Numeral.Digit)) continue;
            if (!serves) return false;
            (quantity.Unit, quantity.End) = (Unit.PersonPerPoint, quantity.End + 1);
            if (quantity.End < end && tokens[quantity.End].Word == language.Words.Inhabitant) quantity.End++;
            return true;
        }

        return false;
    }

    /// <summary>Whether a verb, a preposition or the like begins at a token.</summary>
    bool BeginsPhrase(int at, int end) =>
        language.Lexicon.Longest(tokens.AsSpan(0, end), at, out var entry) > 0 && entry!.Tag is not (PhraseTag.Unit or PhraseTag.Duration or PhraseTag.Ordinal or PhraseTag.FixedPhrase);

    bool IsOver(int at) => tokens[at].Word == language.Words.Over;

    /// <summary><c>100 dân</c>, <c>100 người dân</c>.</summary>
    public bool IsHundred(int at, int end) =>
        Number(at, end) && Text(at) is "100" && at + 1 < end && (tokens[at + 1].Word == language.Words.Inhabitant || tokens[at + 1].Word == language.Words.Person);

    /// <summary>Whether <c>/100 dân</c> begins at a stroke; <c>45/100 người</c> may be a part of a hundred, <c>118/100 người</c> is none.</summary>
    public bool IsPerHundred(int stroke, int end, decimal value) =>
        Mark(stroke, end, '/') && IsHundred(stroke + 1, end)
        && (tokens[stroke + 2].Word == language.Words.Inhabitant || (stroke + 3 < end && tokens[stroke + 3].Word == language.Words.Inhabitant) || value > 100 || value % 1 != 0);

    /// <summary><c>đạt tỷ lệ 118/100 dân</c>, <c>118 trên 100 dân</c>: the unit without what is counted.</summary>
    public void ReadPerHundred(Quantity quantity, int end)
    {
        var at = quantity.End;
        if (!(IsPerHundred(at, end, quantity.Value) || (at < end && tokens[at].Kind == TokenKind.Word && IsOver(at) && IsHundred(at + 1, end)))) return;
        quantity.Unit = Unit.Per100;
        quantity.End = at + 3;
        if (quantity.End < end && tokens[quantity.End].Word == language.Words.Inhabitant) quantity.End++;
    }

    /// <summary><c>số thuê bao/100 dân đạt 83,4 thuê bao</c>, <c>cứ 100 dân có 96 thuê bao</c>: a number whose clause has named the hundred before it.</summary>
    public bool IsPerHundredOf(int number)
    {
        for (var i = number - 1; i > 0 && i > number - SubjectReach; i--)
        {
            if (tokens[i].Kind == TokenKind.Break || tokens[i].Is(';') || tokens[i].Is('.') || tokens[i].Is(',')) return false;
            if (tokens[i].Kind == TokenKind.Number && !(tokens[i - 1].Kind == TokenKind.Word && tokens[i - 1].Word == language.PeriodWords.Year))
                return IsHundred(i, number) && (tokens[i - 1].Is('/') || tokens[i - 1].Word == language.Words.Per || tokens[i - 1].Word == language.Words.Each || IsOver(i - 1));
        }

        return false;
    }

    /// <summary><c>463 (tỷ đồng)</c>.</summary>
    bool ReadBracketed(Quantity quantity, int end)
    {
        var at = quantity.End;
        if (quantity.Scaled || quantity.Value > Quantity.MostScaled || !Mark(at, end, '(')) return false;
        var factor = Multiplier(at + 1, end, out var next);
        if (next >= end || language.Lexicon.Longest(tokens.AsSpan(0, end), next, out var entry) is not (> 0 and var length)) return false;
        if (entry!.Tag != PhraseTag.Unit || !Mark(next + length, end, ')')) return false;
        quantity.Value *= factor * entry.Factor;
        if (factor > 1) quantity.Scale = factor;
        quantity.Unit = Unit.Of(entry.Unit!);
        quantity.End = next + length + 1;
        return true;
    }

    /// <summary>Whether the subject of an amount without a unit is something counted: <c>số thuê bao đạt 1,2 triệu</c>.</summary>
    bool SubjectCounts(int first)
    {
        var counts = false;
        for (var i = first - 1; i >= Math.Max(0, first - SubjectReach); i--)
        {
            if (tokens[i].Kind == TokenKind.Break || tokens[i].Is(';') || tokens[i].Is('.')) break;
            if (language.Words.Money.Contains(tokens[i].Word)) return false;
            counts |= language.Words.Counted.Contains(tokens[i].Word);
        }

        return counts;
    }

    bool IsMilliards(int i) => tokens[i].Word == words.Milliard;

    bool IsYear(int at, int end) => Number(at, end) && Text(at).Length == 4 && Text(at)[0] is '1' or '2';

    /// <summary><c>171/187 điểm có kết nối</c>, <c>450.000 điểm</c>: so many points of all that have or did something, or more than any score has, are places.</summary>
    bool ArePlaces(Quantity quantity, int behind, int end) =>
        quantity.Value > MostPoints
        || (quantity.Total is { } total && total % 1 == 0 && quantity.Value % 1 == 0 && total is not (10 or 100 or 1000)
        && behind < end && words.States.Contains(tokens[behind].Word));

    /// <summary>
    /// <c>96 điểm BĐ-VHX</c>, <c>187 điểm chuyển mạch</c>, <c>số điểm giao dịch là 200 điểm</c>: a noun behind says what is at the points, or one in the
    /// clause before it; where an index or a score is spoken of they are points of that.
    /// </summary>
    bool NamesPlaces(Quantity quantity, int behind, int end)
    {
        if (quantity.Value % 1 != 0 || quantity.Total is 10 or 100 or 1000) return false;
        // Đại lý Internet 214 điểm: no index has so many points.
        var named = IsPlace(behind, end) || (quantity.Value > MostScore && quantity.Total is null);
        for (var i = quantity.First - 1; i >= 0 && i >= quantity.First - SubjectReach; i--)
        {
            if (tokens[i].Kind == TokenKind.Break || tokens[i].Is(';') || tokens[i].Is('.')) break;
            if (language.Words.Indices.BeginAt(tokens.AsSpan(0, quantity.First), i)) return false;
            if (tokens[i].Word != language.Words.Points) continue;
            if (!IsPlace(i + 1, quantity.First)) return false;
            named = true;
        }

        return named;
    }

    /// <summary>Whether the word behind <c>điểm</c> is a noun that says what is there, and none that says how scores are counted.</summary>
    bool IsPlace(int at, int end) => at < end && tokens[at].Kind == TokenKind.Word && !language.Words.OfScores.Contains(tokens[at].Word) && !BeginsPhrase(at, end);

    /// <summary>Whether what follows is a noun that is counted and not a sum of money or points.</summary>
    bool Counts(int at, int end) =>
        at < end && tokens[at].Kind == TokenKind.Word && language.Words.Counted.Contains(tokens[at].Word) && !(at + 1 < end && language.Words.Money.Contains(tokens[at + 1].Word));

    ReadOnlySpan<char> Text(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);

    bool Mark(int i, int end, char mark) => i < end && tokens[i].Is(mark);

    bool Number(int i, int end) => i < end && tokens[i].Kind == TokenKind.Number;
}

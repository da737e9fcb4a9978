namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>The words of which spelled numbers are made: <c>một trăm lẻ ba</c>, <c>hai mươi lăm</c>, <c>ba tỷ rưỡi</c>.</summary>
sealed class Numerals
{
    static readonly (string Word, Numeral Kind, int Value)[] Listed =
    [
        ("một", Numeral.Digit, 1), ("hai", Numeral.Digit, 2), ("ba", Numeral.Digit, 3), ("bốn", Numeral.Digit, 4), ("năm", Numeral.Digit, 5),
        ("sáu", Numeral.Digit, 6), ("bảy", Numeral.Digit, 7), ("bẩy", Numeral.Digit, 7), ("tám", Numeral.Digit, 8), ("chín", Numeral.Digit, 9),
        ("mốt", Numeral.DigitAfterTens, 1), ("tư", Numeral.DigitAfterTens, 4), ("lăm", Numeral.DigitAfterTens, 5), ("nhăm", Numeral.DigitAfterTens, 5),
        ("nhất", Numeral.DigitOfRank, 1), ("nhì", Numeral.DigitOfRank, 2),
        ("lẻ", Numeral.NoTens, 0), ("linh", Numeral.NoTens, 0), ("phẩy", Numeral.Point, 0), ("phần", Numeral.Part, 0), ("thứ", Numeral.Ordinal, 0),
        ("hàng", Numeral.Vague, 0), ("vài", Numeral.Vague, 0), ("mấy", Numeral.Vague, 0), ("dăm", Numeral.Vague, 0), ("nhiều", Numeral.Vague, 0),
        ("bao", Numeral.Vague, 0), ("mùng", Numeral.Vague, 0), ("mồng", Numeral.Vague, 0), ("không", Numeral.Vague, 0),
        ("mười", Numeral.Ten, 10), ("mươi", Numeral.Tens, 10), ("rưỡi", Numeral.AndHalf, 0), ("nửa", Numeral.Half, 0), ("đôi", Numeral.Double, 2),
        ("chục", Numeral.Scale, 10), ("trăm", Numeral.Scale, 100), ("nghìn", Numeral.Scale, 1000), ("ngàn", Numeral.Scale, 1000), ("vạn", Numeral.Scale, 10_000),
        ("triệu", Numeral.Scale, 1_000_000), ("tỷ", Numeral.Scale, 1_000_000_000),
    ];

    readonly int first;
    readonly (Numeral Kind, int Value)[] numerals = new (Numeral, int)[Listed.Length];

    /// <summary>Takes the first numbers of a vocabulary, so that telling a numeral is one comparison.</summary>
    public Numerals(Vocabulary vocabulary)
    {
        first = vocabulary.Add(Listed[0].Word);
        foreach (var (word, kind, value) in Listed) numerals[vocabulary.Add(word) - first] = (kind, value);
    }

    public Numeral Kind(Token token) => (uint)(token.Word - first) < (uint)numerals.Length ? numerals[token.Word - first].Kind : Numeral.None;

    /// <summary>1 to 9 for a digit, the factor of a scale.</summary>
    public int Value(Token token) => numerals[token.Word - first].Value;

    /// <summary>Whether words alone may state a figure: <c>mười</c>, <c>hai tỷ</c>, <c>hai phần ba</c>, <c>gấp đôi</c>, <c>thứ nhất</c>.</summary>
    public bool MayState(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = Kind(tokens[i]);
            if (kind >= Numeral.Ten) return true;
            if (kind is Numeral.Part or Numeral.Point && i > 0 && Kind(tokens[i - 1]) == Numeral.Digit) return true;
            if (kind is Numeral.Ordinal && i + 1 < tokens.Length && Kind(tokens[i + 1]) is Numeral.Digit or Numeral.DigitOfRank or Numeral.DigitAfterTens) return true;
        }

        return false;
    }
}

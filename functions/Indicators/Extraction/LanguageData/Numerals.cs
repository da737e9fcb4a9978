using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words of which spelled numbers are made: <c>một trăm lẻ ba</c>, <c>hai mươi lăm</c>, <c>ba tỷ rưỡi</c>.</summary>
sealed class Numerals
{
    readonly int first;
    readonly (Numeral Kind, int Value)[] numerals;

    /// <summary>Reads numerals.json. Takes the first numbers of a vocabulary, so that telling a numeral is one comparison.</summary>
    /// <exception cref="InvalidDataException">A kind has no words, or the vocabulary has words already.</exception>
    public Numerals(LanguageFiles files)
    {
        var kinds = files.ReadGroups<Numeral, Dictionary<int, int>>("numerals.json", Numeral.None);
        (first, var count) = (kinds.Values.Min(k => k.Keys.Min()), kinds.Values.Sum(k => k.Count));
        numerals = new (Numeral, int)[count];
        foreach (var (kind, words) in kinds)
            foreach (var (word, value) in words)
            {
                if (word - first >= count) throw new InvalidDataException("numerals.json is read behind other words.");
                numerals[word - first] = (kind, value);
            }
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

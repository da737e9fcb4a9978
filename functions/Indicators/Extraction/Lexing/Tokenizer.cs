namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Splits folded text into tokens, once, from left to right.</summary>
static class Tokenizer
{
    /// <summary>Adds the tokens of a text to a buffer; spaces are between them, line ends are tokens.</summary>
    public static void Split(ReadOnlySpan<char> text, Vocabulary vocabulary, TokenBuffer tokens)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            switch (Characters.KindOf(text[i]))
            {
                case CharacterKind.Space:
                    i++;
                    break;
                case CharacterKind.Letter:
                    i = EndOfWord(text, i + 1);
                    tokens.Add(new Token(start, i, TokenKind.Word, vocabulary.Find(text[start..i])));
                    break;
                case CharacterKind.Digit:
                    i = EndOfNumber(text, i + 1);
                    var glued = EndOfWord(text, i);
                    var kind = glued > i && IsName(text, start, i, glued) ? TokenKind.Word : TokenKind.Number;
                    if (kind == TokenKind.Word) i = glued;
                    tokens.Add(new Token(start, i, kind, vocabulary.Find(text[start..i])));
                    break;
                case CharacterKind.Break:
                    tokens.Add(new Token(start, ++i, TokenKind.Break, '\n'));
                    break;
                default:
                    tokens.Add(new Token(start, ++i, TokenKind.Mark, text[start]));
                    break;
            }
        }
    }

    /// <summary>Digits, and a dot or comma between two digits.</summary>
    static int EndOfNumber(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i])) i++;
            else if (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i += 2;
            else break;
        }

        return i;
    }

    static int EndOfWord(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && Characters.IsInWord(text[i])) i++;
        return i;
    }

    /// <summary><c>4g</c> and <c>2fa</c> are names; in <c>100km</c> and <c>1.500tỷ</c> a number meets its unit.</summary>
    static bool IsName(ReadOnlySpan<char> text, int start, int end, int glued) =>
        (glued - end == 1 && text[end] == 'g' && end - start == 1) || glued - end > 6 || text[end..glued].ContainsAnyInRange('0', '9');
}

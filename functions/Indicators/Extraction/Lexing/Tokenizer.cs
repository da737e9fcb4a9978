namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Splits folded text into tokens, once, from left to right.</summary>
static class Tokenizer
{
    /// <summary>Numbers a word; see <see cref="Vocabulary"/>.</summary>
    public delegate int WordNumber(ReadOnlySpan<char> word);

    /// <summary>The tokens of a text; spaces are between them, line ends are tokens.</summary>
    public static List<Token> Split(string text, WordNumber number)
    {
        var tokens = new List<Token>((text.Length / 5) + 8);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var start = i;
            if (c == '\n')
            {
                tokens.Add(new Token(i, ++i, TokenKind.Break, '\n'));
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = EndOfNumber(text, i);
                var glued = EndOfWord(text, i);
                if (glued > i && IsName(text, start, i, glued))
                {
                    tokens.Add(new Token(start, i = glued, TokenKind.Word, number(text.AsSpan(start, glued - start))));
                    continue;
                }

                tokens.Add(new Token(start, i, TokenKind.Number, number(text.AsSpan(start, i - start))));
            }
            else if (char.IsLetter(c))
            {
                i = EndOfWord(text, i);
                tokens.Add(new Token(start, i, TokenKind.Word, number(text.AsSpan(start, i - start))));
            }
            else
            {
                tokens.Add(new Token(i, ++i, TokenKind.Mark, c));
            }
        }

        return tokens;
    }

    /// <summary>Digits, and a dot or comma between two digits.</summary>
    static int EndOfNumber(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i])) i++;
            else if (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i += 2;
            else break;
        }

        return i;
    }

    static int EndOfWord(string text, int i)
    {
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || IsMarkOnLetter(text[i]))) i++;
        return i;
    }

    static bool IsMarkOnLetter(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary><c>4g</c> and <c>2fa</c> are names; in <c>100km</c> and <c>1.500tỷ</c> a number meets its unit.</summary>
    static bool IsName(string text, int start, int end, int glued) =>
        (glued - end == 1 && text[end] == 'g' && end - start == 1) || glued - end > 6 || text.AsSpan(end, glued - end).ContainsAnyInRange('0', '9');
}

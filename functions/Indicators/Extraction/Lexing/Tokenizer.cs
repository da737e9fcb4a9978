namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Splits folded text into tokens, once, from left to right.</summary>
static class Tokenizer
{
    /// <summary>No word that a phrase uses is longer.</summary>
    const int LongestWord = 64;

    /// <summary>Adds the tokens of a text to a buffer; spaces are between them, line ends are tokens.</summary>
    public static void Split(ReadOnlySpan<char> text, Vocabulary vocabulary, TokenBuffer tokens)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            switch (Characters.KindOf(text[i]))
            {
                case CharacterKind.Space or CharacterKind.Invisible:
                    i++;
                    break;
                case CharacterKind.Letter:
                    var word = WordAt(text, start, vocabulary);
                    tokens.Add(word);
                    i = word.End;
                    break;
                case CharacterKind.Digit:
                    i = EndOfNumber(text, i + 1);
                    var glued = EndOfWord(text, i, out _);
                    var kind = glued > i && IsName(text[start..i], text[i..glued], vocabulary) ? TokenKind.Word : TokenKind.Number;
                    if (kind == TokenKind.Word) i = IsMonthsWithYear(text[i..glued], vocabulary) ? i + 1 : glued;
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
            if (char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            if (text[i] is not ('.' or ',') && !Characters.HasNoWidth(text[i])) break;
            var next = i + 1;
            while (next < text.Length && Characters.HasNoWidth(text[next])) next++;
            if (next == text.Length || !char.IsAsciiDigit(text[next])) break;
            i = next + 1;
        }

        return i;
    }

    /// <summary>The word that begins at a letter. Its characters are hashed as they are passed, for most words are looked up.</summary>
    static Token WordAt(ReadOnlySpan<char> text, int start, Vocabulary vocabulary)
    {
        var (i, hash) = (start, 0u);
        do hash = Vocabulary.Hash(hash, text[i]);
        while (++i < text.Length && Characters.IsInWord(text[i]));
        var end = EndOfWord(text, i, out var invisible);
        if (char.IsAsciiDigit(text[end - 1])) end = EndBeforeDigits(text, start, end, vocabulary);
        var word = text[start..end];
        return new Token(start, end, TokenKind.Word, invisible ? Visible(word, vocabulary) : end == i ? vocabulary.Find(word, hash) : vocabulary.Find(word));
    }

    static int EndOfWord(ReadOnlySpan<char> text, int i, out bool invisible)
    {
        invisible = false;
        while (i < text.Length && Characters.IsInWord(text[i])) i++;
        while (i + 1 < text.Length && Characters.KindOf(text[i]) == CharacterKind.Invisible && char.IsLetter(text[i + 1]))
        {
            invisible = true;
            i++;
            while (i < text.Length && Characters.IsInWord(text[i])) i++;
        }

        return i;
    }

    /// <summary><c>9T2024</c>: the letter behind a number of months, and the year.</summary>
    static bool IsMonthsWithYear(ReadOnlySpan<char> glued, Vocabulary vocabulary) => glued.Length == 5 && vocabulary.MeetsYears(vocabulary.Find(glued[..1])) && IsYear(glued[1..]);

    static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && !digits.ContainsAnyExceptInRange('0', '9') && digits[..2] is "19" or "20";

    /// <summary><c>đạt97,5%</c>: a word of the language ran into the number behind it. <c>h5n1</c> and <c>m2</c> are words.</summary>
    static int EndBeforeDigits(ReadOnlySpan<char> text, int start, int end, Vocabulary vocabulary)
    {
        var digits = end;
        while (char.IsAsciiDigit(text[digits - 1])) digits--;
        var word = text[start..digits];
        if (vocabulary.Find(word) is not (> 0 and var known)) return end;
        if (vocabulary.MeetsYears(known) && word.Length > 1) return IsYear(text[digits..end]) ? digits : end;
        return word.Length > 1 && word.ContainsAnyExceptInRange('\0', '\u007F') ? digits : end;
    }

    /// <summary>The number of a word without what is not seen of it.</summary>
    static int Visible(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        if (word.Length > LongestWord) return 0;
        Span<char> visible = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in word)
            if (Characters.KindOf(c) != CharacterKind.Invisible) visible[length++] = c;
        return vocabulary.Find(visible[..length]);
    }

    /// <summary><c>4g</c>, <c>3d</c> and <c>12h30</c> are names; in <c>100km</c>, <c>45m2</c> and <c>1.500tỷ</c> a number meets its unit.</summary>
    static bool IsName(ReadOnlySpan<char> digits, ReadOnlySpan<char> glued, Vocabulary vocabulary)
    {
        if (glued.Length == 1) return glued[0] is >= 'a' and <= 'z' && glued[0] is not ('m' or 'l') && !(glued[0] == 'g' && digits.Length > 2);
        if (glued.ContainsAnyInRange('0', '9')) return glued is not ("m2" or "m3" or "km2");
        return glued.Length > 6 && vocabulary.Find(glued) == 0;
    }
}

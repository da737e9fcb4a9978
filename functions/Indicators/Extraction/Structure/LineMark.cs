using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>What a line begins with: a hash, a numeral, a letter, a dash.</summary>
/// <param name="Level">How deep it lies: lower is nearer to the whole document; 0 for no mark.</param>
/// <param name="End">The first token behind the mark.</param>
readonly record struct LineMark(int Level, int End)
{
    /// <summary>Levels from here on are items of a list.</summary>
    const int Item = 40;

    const int Part = 10, Roman = 12, Digits = 14, Letter = 20, Bracket = 22;

    /// <summary>Whether the line is an item of a list and not numbered like a heading.</summary>
    public bool IsItem => Level >= Item;

    /// <summary>Whether it is the first of its kind: <c>I</c>, <c>1</c>, <c>A</c>. What stands above it without a number is above them all.</summary>
    public bool Opens { get; init; }

    /// <summary>Reads the mark of the line between two tokens.</summary>
    public static LineMark Read(DocumentWords words, string text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        var i = first;
        var hashes = 0;
        while (i < end && tokens[i].Kind == TokenKind.Mark && (char)tokens[i].Word is '#' or '_' or '*' or '\\' or '>')
        {
            if (tokens[i].Is('#')) hashes++;
            else if (tokens[i].Is('*') && i + 1 < end && !tokens[i + 1].Touches(tokens[i]) && hashes == 0) return new LineMark(Item + 2, i + 1);
            i++;
        }

        if (hashes > 0) return new LineMark(hashes, i);
        if (i >= end) return new LineMark(0, i);
        if (tokens[i].Kind == TokenKind.Mark)
            return (char)tokens[i].Word switch
            {
                '-' or '–' or '—' => new LineMark(Item, i + 1),
                '+' => new LineMark(Item + 1, i + 1),
                '•' or '●' or '▪' or '·' or '■' or '◦' or '○' or '✓' or '✔' or '➢' or '►' or '»' or '\uF0B7' => new LineMark(Item + 3 + ((char)tokens[i].Word % 64), i + 1),
                '(' when i + 2 < end && tokens[i + 2].Is(')') => new LineMark(Bracket, i + 3),
                _ => new LineMark(0, i),
            };
        if (i + 1 < end && IsPart(words, text, tokens[i]) && tokens[i + 1].Kind is TokenKind.Number or TokenKind.Word)
        {
            var mark = text.AsSpan(tokens[i + 1].Start, tokens[i + 1].End - tokens[i + 1].Start);
            if (mark.Length <= 5 && !mark.ContainsAnyExcept("IVX0123456789")) return new LineMark(Part - 1, i + 2);
        }

        if (i + 1 >= end || !(tokens[i + 1].Is('.') || tokens[i + 1].Is(')') || tokens[i + 1].Is('/') || IsDash(tokens, i + 1, end)) || !tokens[i + 1].Touches(tokens[i])) return new LineMark(0, i);
        return Numbered(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start), i + 2);
    }

    /// <summary>Whether a word is that of a part with a number: <c>Phần I</c>, <c>Chương 2</c>.</summary>
    public static bool IsPart(DocumentWords words, string text, Token token) =>
        token.Kind == TokenKind.Word && words.Parts.Contains(token.Word) && char.IsUpper(text[token.Start]);

    /// <summary><c>I- TÌNH HÌNH</c>, <c>2- Đến năm 2030</c>: a dash that touches the number and not the word behind it.</summary>
    static bool IsDash(ReadOnlySpan<Token> tokens, int i, int end) => tokens[i].Is('-') && i + 1 < end && tokens[i + 1].Kind == TokenKind.Word && !tokens[i + 1].Touches(tokens[i]);

    static LineMark Numbered(ReadOnlySpan<char> mark, int end)
    {
        var opens = mark is "1" or "I" or "A" or "a";
        if (char.IsAsciiDigit(mark[0])) return mark.Length <= 8 && !mark.Contains(',') ? new LineMark(Digits + mark.Count('.'), end) { Opens = opens } : new LineMark(0, end - 2);
        if (mark.Length <= 4 && !mark.ContainsAnyExcept("IVX")) return new LineMark(Roman, end) { Opens = opens };
        if (mark.Length != 1) return new LineMark(0, end - 2);
        return new LineMark(char.IsUpper(mark[0]) ? Part : Letter, end) { Opens = opens };
    }
}

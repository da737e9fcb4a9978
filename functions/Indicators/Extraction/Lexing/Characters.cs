namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Tells characters apart, by a table for those that Vietnamese texts are written in.</summary>
static class Characters
{
    /// <summary>Latin letters and general punctuation lie below.</summary>
    const int TableSize = 0x2300;

    static readonly CharacterKind[] Kinds = [.. Enumerable.Range(0, TableSize).Select(c => Tell((char)c))];

    public static CharacterKind KindOf(char c) => c < TableSize ? Kinds[c] : Tell(c);

    /// <summary>Whether a word goes on with a character.</summary>
    public static bool IsInWord(char c) => KindOf(c) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Joiner;

    /// <summary>Whether nothing is seen of a character: a soft hyphen, a joiner, a space without width.</summary>
    public static bool HasNoWidth(char c) => c == '\u200B' || KindOf(c) == CharacterKind.Invisible;

    static CharacterKind Tell(char c) => c switch
    {
        '\n' => CharacterKind.Break,
        '\u200B' => CharacterKind.Space,
        '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => CharacterKind.Invisible,
        >= '0' and <= '9' => CharacterKind.Digit,
        >= '\u0300' and <= '\u036F' => CharacterKind.Joiner,
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => CharacterKind.Space,
        _ when char.IsLetter(c) => CharacterKind.Letter,
        _ when char.IsDigit(c) || char.IsSurrogate(c) => CharacterKind.Joiner,
        _ => CharacterKind.Mark,
    };
}

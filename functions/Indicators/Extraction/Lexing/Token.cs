namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>A word, number, mark or line end of a text.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last unit.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Word">The number of a word or of digits in the <see cref="Vocabulary"/>, 0 for one that no phrase uses; for a mark the character itself.</param>
readonly record struct Token(int Start, int End, TokenKind Kind, int Word)
{
    /// <summary>Whether this is the mark <paramref name="mark"/>.</summary>
    public bool Is(char mark) => Kind == TokenKind.Mark && Word == mark;

    /// <summary>Whether it follows the token before it without a space.</summary>
    public bool Touches(Token before) => before.End == Start;
}

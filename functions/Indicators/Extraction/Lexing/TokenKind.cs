namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>What a <see cref="Token"/> is made of.</summary>
enum TokenKind : byte
{
    /// <summary>Letters, with the digits glued to them: <c>trạm</c>, <c>4g</c>.</summary>
    Word,

    /// <summary>Digits with their separators: <c>1.463,5</c>.</summary>
    Number,

    /// <summary>One other character.</summary>
    Mark,

    /// <summary>The end of a line.</summary>
    Break,
}

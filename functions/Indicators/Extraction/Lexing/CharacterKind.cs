namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>What a character does in a text that is split into tokens.</summary>
enum CharacterKind : byte
{
    /// <summary>A token of its own.</summary>
    Mark,

    /// <summary>Begins a word and goes on with it.</summary>
    Letter,

    /// <summary>0 to 9: begins a number, goes on with a number or a word.</summary>
    Digit,

    /// <summary>Goes on with a word, a mark of its own elsewhere: combining marks, other digits, halves of a pair.</summary>
    Joiner,

    /// <summary>Between tokens.</summary>
    Space,

    /// <summary>Not seen: goes on with a word inside it, is nothing elsewhere.</summary>
    Invisible,

    /// <summary>The end of a line.</summary>
    Break,
}

using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>A stretch of a sentence that means one thing: a phrase of the lexicon, a period, a quantity, a word or a mark.</summary>
readonly record struct Chunk(ChunkKind Kind, int First, int End, PhraseTag Tag = PhraseTag.None, char Mark = '\0', PeriodMention? Period = null, Quantity? Quantity = null)
{
    public bool Is(char mark) => Kind == ChunkKind.Mark && Mark == mark;

    public bool Is(PhraseTag tag) => Kind == ChunkKind.Phrase && Tag == tag;

    /// <summary>Whether it leads a movement to the level where that ends: <c>lên</c>, <c>xuống còn</c>.</summary>
    public bool LeadsOnto => Kind == ChunkKind.Phrase && Tag is PhraseTag.ReachesLevel or PhraseTag.Downto;

    /// <summary>The number of its word, where it is one word; else 0.</summary>
    public int Word(Token[] tokens) => End - First == 1 ? FirstWord(tokens) : 0;

    /// <summary>The number of the word with which it begins; 0 for none.</summary>
    public int FirstWord(Token[] tokens) => End > First && tokens[First].Kind == TokenKind.Word ? tokens[First].Word : 0;

    /// <summary>The number of the word with which it ends; 0 for none.</summary>
    public int LastWord(Token[] tokens) => End > First && tokens[End - 1].Kind == TokenKind.Word ? tokens[End - 1].Word : 0;

    /// <summary>Whether it is one of some phrases and nothing more.</summary>
    public bool Is(PhraseSet phrases, Token[] tokens) => phrases.Are(tokens, First, End);

    /// <summary>Its characters in the text, or in the folded text, whose tokens these are.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> characters, Token[] tokens) => characters[tokens[First].Start..tokens[End - 1].End];
}

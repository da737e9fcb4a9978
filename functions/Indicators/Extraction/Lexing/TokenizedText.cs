using System.Buffers;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>A text folded and split into tokens, in memory that is lent for one reading.</summary>
sealed class TokenizedText : IDisposable
{
    readonly TokenBuffer tokens;

    /// <param name="text">The text in NFC.</param>
    /// <param name="vocabulary">The words that have numbers.</param>
    public TokenizedText(string text, Vocabulary vocabulary)
    {
        Length = text.Length;
        Folded = ArrayPool<char>.Shared.Rent(Length);
        Folding.Fold(text, Folded.AsSpan(0, Length));
        // A Vietnamese syllable and its space are some five characters.
        tokens = new TokenBuffer((Length / 4) + 16);
        Tokenizer.Split(FoldedSpan, vocabulary, tokens);
    }

    /// <summary>The folded text, and behind <see cref="Length"/> whatever the memory held before.</summary>
    public char[] Folded { get; private set; }

    public int Length { get; }

    public ReadOnlySpan<char> FoldedSpan => Folded.AsSpan(0, Length);

    /// <summary>The tokens, and behind <see cref="Count"/> whatever the memory held before.</summary>
    public Token[] Tokens => tokens.Tokens;

    public int Count => tokens.Count;

    public Span<Token> TokenSpan => tokens.Span;

    /// <summary>The token that ends the first line; -1 where the text is one line.</summary>
    public int FirstBreak()
    {
        for (var i = 0; i < Count; i++)
            if (Tokens[i].Kind == TokenKind.Break) return i;
        return -1;
    }

    /// <summary>Forgets all tokens but the first so many.</summary>
    public void Keep(int count) => tokens.Count = count;

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(Folded);
        Folded = [];
        tokens.Dispose();
    }
}

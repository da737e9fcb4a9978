using System.Buffers;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>A growing row of tokens in memory that is lent for one reading.</summary>
sealed class TokenBuffer(int expected) : IDisposable
{
    /// <summary>The tokens; only the first <see cref="Count"/> mean anything.</summary>
    public Token[] Tokens { get; private set; } = ArrayPool<Token>.Shared.Rent(expected);

    public int Count { get; set; }

    public Span<Token> Span => Tokens.AsSpan(0, Count);

    public void Add(Token token)
    {
        if (Count == Tokens.Length) Grow();
        Tokens[Count++] = token;
    }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(Tokens);
        Tokens = [];
    }

    void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(2 * Count);
        Span.CopyTo(larger);
        ArrayPool<Token>.Shared.Return(Tokens);
        Tokens = larger;
    }
}

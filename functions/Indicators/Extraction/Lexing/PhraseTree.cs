using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Phrases by their words: finds those that begin at a token, in time that depends on the longest phrase only.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
sealed class PhraseTree<T>(Vocabulary vocabulary)
{
    readonly Dictionary<(int Node, int Word), int> children = [];
    readonly List<(bool Ends, T? Value)> nodes = [(false, default)];

    /// <summary>Adds a phrase; marks in it (<c>/</c>, <c>.</c>) are words of their own, and spaces do not count.</summary>
    /// <exception cref="ArgumentException">The phrase is there already.</exception>
    public void Add(string phrase, T value)
    {
        var node = Node(phrase);
        if (nodes[node].Ends) throw new ArgumentException($"The phrase '{phrase}' is listed twice.", nameof(phrase));
        nodes[node] = (true, value);
    }

    /// <summary>What a phrase stands for, <paramref name="value"/> where it is new.</summary>
    public T GetOrAdd(string phrase, T value)
    {
        var node = Node(phrase);
        if (!nodes[node].Ends) nodes[node] = (true, value);
        return nodes[node].Value!;
    }

    int Node(string phrase)
    {
        var node = 0;
        foreach (var token in Tokenizer.Split(Folding.Fold(LatinComposition.Compose(phrase)), vocabulary.Add))
        {
            if (!children.TryGetValue((node, token.Word), out var next))
            {
                next = nodes.Count;
                nodes.Add((false, default));
                children[(node, token.Word)] = next;
            }

            node = next;
        }

        return node;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>The number of its tokens, 0 for none.</returns>
    public int Longest(ReadOnlySpan<Token> tokens, int start, out T? value)
    {
        var (node, length) = (0, 0);
        value = default;
        for (var i = start; i < tokens.Length && Step(ref node, tokens[i]); i++)
        {
            if (!nodes[node].Ends) continue;
            value = nodes[node].Value;
            length = i - start + 1;
        }

        return length;
    }

    /// <summary>Calls <paramref name="found"/> for every phrase that begins at a token, shortest first.</summary>
    public void Each(ReadOnlySpan<Token> tokens, int start, Action<T, int> found)
    {
        var node = 0;
        for (var i = start; i < tokens.Length && Step(ref node, tokens[i]); i++)
            if (nodes[node].Ends) found(nodes[node].Value!, i - start + 1);
    }

    bool Step(ref int node, Token token) =>
        token.Kind != TokenKind.Break && token.Word != 0 && children.TryGetValue((node, token.Word), out node);
}

using System.Numerics;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Phrases by their words: finds those that begin at a token, in time that depends on the longest phrase only.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
sealed class PhraseTree<T>(Vocabulary vocabulary)
{
    readonly List<(bool Ends, T? Value)> nodes = [(false, default)];

    /// <summary>From a node by a word to the next node, in the slot of their hash or the next free one; a next node of 0 is a free slot.</summary>
    (int Node, int Word, int Next)[] steps = new (int, int, int)[256];

    /// <summary>For each word, counted from <see cref="Vocabulary.FirstWord"/>, the node of the phrases that it begins; 0 for none, as for most.</summary>
    int[] firsts = [];
    int stepCount;

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

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>The number of its tokens, 0 for none.</returns>
    public int Longest(ReadOnlySpan<Token> tokens, int start, out T? value)
    {
        var length = 0;
        value = default;
        // Most tokens begin no phrase.
        if (start == tokens.Length || tokens[start].Word == 0 || Next(0, tokens[start].Word) == 0) return 0;
        foreach (var (found, tokensOfIt) in At(tokens, start)) (value, length) = (found, tokensOfIt);
        return length;
    }

    /// <summary>Every phrase that begins at a token, shortest first, with the number of its tokens.</summary>
    public Matches At(ReadOnlySpan<Token> tokens, int start) => new(this, tokens, start);

    int Node(string phrase)
    {
        var folded = Folding.Fold(LatinComposition.Compose(phrase));
        using var tokens = new TokenBuffer(16);
        Tokenizer.Split(folded, vocabulary, tokens);
        var node = 0;
        foreach (var token in tokens.Span)
        {
            var word = token.Kind == TokenKind.Mark ? token.Word : vocabulary.Add(folded.AsSpan(token.Start, token.End - token.Start));
            node = Next(node, word) is > 0 and var known ? known : Grow(node, word);
        }

        return node;
    }

    /// <summary>The node that a word leads to; 0 for none.</summary>
    int Next(int node, int word)
    {
        if (node != 0 || word < Vocabulary.FirstWord) return steps[Slot(node, word)].Next;
        var index = word - Vocabulary.FirstWord;
        return index < firsts.Length ? firsts[index] : 0;
    }

    int Grow(int node, int word)
    {
        var next = nodes.Count;
        nodes.Add((false, default));
        if (node == 0 && word >= Vocabulary.FirstWord)
        {
            var index = word - Vocabulary.FirstWord;
            if (index >= firsts.Length) Array.Resize(ref firsts, 2 * (index + 1));
            firsts[index] = next;
        }
        else
        {
            // Half of the slots stay free, so that a search soon ends.
            if (2 * ++stepCount > steps.Length) Rehash();
            steps[Slot(node, word)] = (node, word, next);
        }

        return next;
    }

    void Rehash()
    {
        var taken = steps;
        steps = new (int, int, int)[2 * taken.Length];
        foreach (var step in taken)
            if (step.Next != 0) steps[Slot(step.Node, step.Word)] = step;
    }

    /// <summary>Where a step stands, or would stand.</summary>
    int Slot(int node, int word)
    {
        var at = (int)((((uint)node * 0x85EBCA6B) ^ (uint)word) * 0x9E3779B1 >> (32 - BitOperations.Log2((uint)steps.Length)));
        while (steps[at] is { Next: > 0 } step && !(step.Node == node && step.Word == word)) at = (at + 1) & (steps.Length - 1);
        return at;
    }

    /// <summary>The phrases that begin at one token, for <c>foreach</c>.</summary>
    public ref struct Matches(PhraseTree<T> tree, ReadOnlySpan<Token> tokens, int start)
    {
        readonly ReadOnlySpan<Token> rest = tokens[start..];
        int node;
        int length;

        public readonly (T Value, int Length) Current => (tree.nodes[node].Value!, length);

        public readonly Matches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (length < rest.Length)
            {
                var token = rest[length++];
                if (token.Word == 0 || token.Kind == TokenKind.Break) break;
                node = tree.Next(node, token.Word);
                if (node == 0) break;
                if (tree.nodes[node].Ends) return true;
            }

            length = rest.Length;
            return false;
        }
    }
}

using System.Numerics;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Phrases by their words: finds those that begin at a token, in time that depends on the longest phrase only.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
sealed class PhraseTree<T>(Vocabulary vocabulary)
{
    /// <summary>Where phrases end, and with which words they may go on: the bits of those that do.</summary>
    (bool Ends, T? Value, ulong Followers)[] nodes = new (bool, T?, ulong)[256];
    int nodeCount = 1;

    /// <summary>From a node by a word to the next node, in the slot of their hash or the next free one; a next node of 0 is a free slot.</summary>
    (ulong NodeAndWord, int Next)[] steps = new (ulong, int)[256];

    /// <summary>For each word, counted from <see cref="Vocabulary.FirstWord"/>, the node of the phrases that it begins; 0 for none, as for most.</summary>
    int[] firsts = [];
    int stepCount;

    /// <summary>Adds a phrase; marks in it (<c>/</c>, <c>.</c>) are words of their own, and spaces do not count.</summary>
    /// <exception cref="ArgumentException">The phrase is there already.</exception>
    public void Add(string phrase, T value)
    {
        var node = Node(phrase);
        if (nodes[node].Ends) throw new ArgumentException($"The phrase '{phrase}' is listed twice.", nameof(phrase));
        (nodes[node].Ends, nodes[node].Value) = (true, value);
    }

    /// <summary>What a phrase stands for, <paramref name="value"/> where it is new.</summary>
    public T GetOrAdd(string phrase, T value)
    {
        var node = Node(phrase);
        if (!nodes[node].Ends) (nodes[node].Ends, nodes[node].Value) = (true, value);
        return nodes[node].Value!;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>The number of its tokens, 0 for none.</returns>
    public int Longest(ReadOnlySpan<Token> tokens, int start, out T? value)
    {
        value = default;
        // Most tokens begin no phrase.
        return start < tokens.Length && First(tokens[start].Word) is > 0 and var node ? Longest(node, tokens[start..], out value) : 0;
    }

    int Longest(int node, ReadOnlySpan<Token> rest, out T? value)
    {
        var length = 0;
        value = default;
        for (var read = 1; node != 0; read++)
        {
            ref readonly var reached = ref nodes[node];
            if (reached.Ends) (value, length) = (reached.Value, read);
            if (read == rest.Length) break;
            node = Next(node, rest[read].Word);
        }

        return length;
    }

    /// <summary>Whether any phrase begins with a token.</summary>
    public bool Begins(Token token) => First(token.Word) != 0;

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
            node = (node == 0 ? First(word) : Next(node, word)) is > 0 and var known ? known : Grow(node, word);
        }

        return node;
    }

    /// <summary>The node that a word or mark leads to from the root; 0 for none.</summary>
    int First(int word)
    {
        var index = word - Vocabulary.FirstWord;
        if (index >= 0) return index < firsts.Length ? firsts[index] : 0;
        return word == 0 ? 0 : Next(0, word);
    }

    /// <summary>The node that a word leads to; 0 for none.</summary>
    int Next(int node, int word) => (nodes[node].Followers & Bit(word)) == 0 ? 0 : steps[Slot(NodeAndWord(node, word))].Next;

    int Grow(int node, int word)
    {
        var next = nodeCount++;
        if (next == nodes.Length) Array.Resize(ref nodes, 2 * next);
        nodes[node].Followers |= Bit(word);
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
            var step = NodeAndWord(node, word);
            steps[Slot(step)] = (step, next);
        }

        return next;
    }

    void Rehash()
    {
        var taken = steps;
        steps = new (ulong, int)[2 * taken.Length];
        foreach (var step in taken)
            if (step.Next != 0) steps[Slot(step.NodeAndWord)] = step;
    }

    static ulong Bit(int word) => 1UL << (word % 64);

    static ulong NodeAndWord(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;

    /// <summary>Where a step stands, or would stand.</summary>
    int Slot(ulong nodeAndWord)
    {
        var at = (int)((nodeAndWord * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)steps.Length)));
        while (steps[at].NodeAndWord != nodeAndWord && steps[at].Next != 0) at = (at + 1) & (steps.Length - 1);
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
                var word = rest[length].Word;
                node = length == 0 ? tree.First(word) : tree.Next(node, word);
                length++;
                if (node == 0) return false;
                if (tree.nodes[node].Ends) return true;
            }

            return false;
        }
    }
}

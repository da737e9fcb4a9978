using System.Numerics;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Numbers the words that any phrase of the language data uses, so that phrases are compared by numbers.</summary>
/// <remarks>A table of its own, because every word of every text is looked up here and most are not found.</remarks>
sealed class Vocabulary
{
    /// <summary>Marks are numbered by their character, words from here on.</summary>
    public const int FirstWord = char.MaxValue + 1;

    readonly List<string> words = [];

    /// <summary>At a word's hash, or the next free place after it: its hash, its number, and the word itself.</summary>
    (uint Hash, int Number, string? Word)[] slots = new (uint, int, string?)[1024];
    int longest;

    /// <summary>The number of a folded word; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = Hash(hash, c);
        return Find(word, hash);
    }

    /// <summary>The number of a folded word whose characters have been hashed one by one; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash) => word.Length > longest ? 0 : slots[Slot(word, hash)].Number;

    /// <summary>The hash of some characters and the one behind them; that of no characters is 0.</summary>
    public static uint Hash(uint hash, char next) => (hash ^ next) * 0x9E3779B1;

    /// <summary>The number of a folded word, new where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is > 0 and var known) return known;
        words.Add(word.ToString());
        longest = Math.Max(longest, word.Length);
        // Half of the slots stay free, so that a search soon ends.
        if (2 * words.Count > slots.Length) Rehash();
        else Enter(words.Count - 1);
        return FirstWord + words.Count - 1;
    }

    void Rehash()
    {
        slots = new (uint, int, string?)[2 * slots.Length];
        for (var index = 0; index < words.Count; index++) Enter(index);
    }

    void Enter(int index)
    {
        var hash = 0u;
        foreach (var c in words[index]) hash = Hash(hash, c);
        slots[Slot(words[index], hash)] = (hash, FirstWord + index, words[index]);
    }

    /// <summary>Where a word stands, or would stand.</summary>
    int Slot(ReadOnlySpan<char> word, uint hash)
    {
        var at = (int)(hash >> (32 - BitOperations.Log2((uint)slots.Length)));
        while (slots[at].Number != 0 && !(slots[at].Hash == hash && word.SequenceEqual(slots[at].Word))) at = (at + 1) & (slots.Length - 1);
        return at;
    }
}

using System.Numerics;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Numbers the words that any phrase of the language data uses, so that phrases are compared by numbers.</summary>
/// <remarks>A table of its own, because every word of every text is looked up here and most are not found.</remarks>
sealed class Vocabulary
{
    /// <summary>Marks are numbered by their character, words from here on.</summary>
    public const int FirstWord = char.MaxValue + 1;

    readonly List<string> words = [];

    /// <summary>At a word's hash, or the next free place after it: its hash, and one more than its index in <see cref="words"/>.</summary>
    (uint Hash, int Place)[] slots = new (uint, int)[1024];
    int longest;

    /// <summary>The number of a folded word; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > longest) return 0;
        var place = slots[Slot(word, Hash(word))].Place;
        return place == 0 ? 0 : FirstWord + place - 1;
    }

    /// <summary>The number of a folded word, new where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is > 0 and var known) return known;
        words.Add(word.ToString());
        longest = Math.Max(longest, word.Length);
        // Half of the slots stay free, so that a search soon ends.
        if (2 * words.Count > slots.Length) Rehash();
        else Enter(words.Count);
        return FirstWord + words.Count - 1;
    }

    void Rehash()
    {
        slots = new (uint, int)[2 * slots.Length];
        for (var place = 1; place <= words.Count; place++) Enter(place);
    }

    void Enter(int place)
    {
        var hash = Hash(words[place - 1]);
        slots[Slot(words[place - 1], hash)] = (hash, place);
    }

    /// <summary>Where a word stands, or would stand.</summary>
    int Slot(ReadOnlySpan<char> word, uint hash)
    {
        var at = (int)(hash >> (32 - BitOperations.Log2((uint)slots.Length)));
        while (slots[at] is { Place: > 0 } slot && !(slot.Hash == hash && word.SequenceEqual(words[slot.Place - 1]))) at = (at + 1) & (slots.Length - 1);
        return at;
    }

    static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var c in word) hash = (hash ^ c) * 0x9E3779B1;
        return hash;
    }
}

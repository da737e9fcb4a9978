using System.Numerics;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Numbers the words that any phrase of the language data uses, so that phrases are compared by numbers.</summary>
/// <remarks>A table of its own, because every word of every text is looked up here and most are not found.</remarks>
sealed class Vocabulary
{
    /// <summary>Marks are numbered by their character, words from here on.</summary>
    public const int FirstWord = char.MaxValue + 1;

    /// <summary>For each word, in the order of their numbers: its hash, and where it stands in <see cref="letters"/>.</summary>
    (uint Hash, int Start, int Length)[] words = new (uint, int, int)[512];

    /// <summary>The words one behind the other: few bytes that all readings share, so that they stay near at hand.</summary>
    char[] letters = new char[4096];

    /// <summary>At a word's hash, or the next free place after it: one more than its index in <see cref="words"/>.</summary>
    ushort[] slots = new ushort[1024];
    /// <summary>The words that a year may meet.</summary>
    readonly HashSet<int> meetingYears = [];
    int count;
    int longest;

    /// <summary>The number of a folded word; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The number of a folded word whose characters have been hashed one by one; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash) => word.Length <= longest && slots[Slot(word, hash)] is > 0 and var place ? FirstWord + place - 1 : 0;

    /// <summary>The hash of some characters and the one behind them; that of no characters is 0.</summary>
    public static uint Hash(uint hash, char next) => (hash ^ next) * 0x9E3779B1;

    /// <summary>The number of a folded word, new where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is > 0 and var known) return known;
        if (count == ushort.MaxValue) throw new InvalidOperationException("The language data use more words than can be numbered.");
        var start = count == 0 ? 0 : words[count - 1].Start + words[count - 1].Length;
        if (count == words.Length) Array.Resize(ref words, 2 * count);
        if (start + word.Length > letters.Length) Array.Resize(ref letters, 2 * (start + word.Length));
        word.CopyTo(letters.AsSpan(start));
        words[count++] = (Hash(word), start, word.Length);
        longest = Math.Max(longest, word.Length);
        // Half of the slots stay free, so that a search soon ends.
        if (2 * count > slots.Length) Rehash();
        else Enter(count);
        return FirstWord + count - 1;
    }

    /// <summary>Whether a word that is written short may stand before a year without a space: <c>QIII2024</c>, <c>9T2024</c>.</summary>
    public bool MeetsYears(int word) => meetingYears.Contains(word);

    /// <summary>Lets words meet a year.</summary>
    public void LetMeetYears(HashSet<int> words) => meetingYears.UnionWith(words);

    void Rehash()
    {
        slots = new ushort[2 * slots.Length];
        for (var place = 1; place <= count; place++) Enter(place);
    }

    void Enter(int place) => slots[Slot(Letters(words[place - 1]), words[place - 1].Hash)] = (ushort)place;

    ReadOnlySpan<char> Letters((uint Hash, int Start, int Length) word) => letters.AsSpan(word.Start, word.Length);

    /// <summary>Where a word stands, or would stand.</summary>
    int Slot(ReadOnlySpan<char> word, uint hash)
    {
        var at = (int)(hash >> (32 - BitOperations.Log2((uint)slots.Length)));
        while (slots[at] is > 0 and var place && !(words[place - 1].Hash == hash && word.SequenceEqual(Letters(words[place - 1])))) at = (at + 1) & (slots.Length - 1);
        return at;
    }

    static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = Hash(hash, c);
        return hash;
    }
}

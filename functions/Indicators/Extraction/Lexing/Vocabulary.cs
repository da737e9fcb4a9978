namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Numbers the words that any phrase of the language data uses, so that phrases are compared by numbers.</summary>
sealed class Vocabulary
{
    /// <summary>Marks are numbered by their character, words from here on.</summary>
    const int FirstWord = char.MaxValue + 1;

    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a folded word; 0 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? number : 0;

    /// <summary>The number of a folded word, new where it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var number)) return number;
        number = FirstWord + numbers.Count;
        lookup[word] = number;
        return number;
    }
}

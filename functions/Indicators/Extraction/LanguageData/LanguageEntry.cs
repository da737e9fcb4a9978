using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// How an entry of the language data is written: a word as a string, words and phrases as an array, each of them alone or, with what it is for,
/// as <c>{"about": "…", "words": …}</c>; words with their values as an object. Words are numbered by the vocabulary, save where they are wanted as strings.
/// </summary>
static class LanguageEntry
{
    /// <summary>Reads an entry as what a member of a type is.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    /// <exception cref="InvalidOperationException">A value is of another kind.</exception>
    /// <exception cref="ArgumentException">A phrase is listed twice.</exception>
    public static object Read(JsonElement entry, Type type, Vocabulary vocabulary)
    {
        if (type == typeof(int)) return Number(vocabulary, Word(entry));
        if (type == typeof(string)) return Word(entry);
        if (type == typeof(HashSet<int>)) return Set(Words(entry), w => Number(vocabulary, w));
        if (type == typeof(HashSet<string>)) return Set(Words(entry), w => w);
        if (type == typeof(PhraseSet)) return new PhraseSet(vocabulary, Words(entry));
        if (type == typeof(string[])) return Words(entry);
        if (type == typeof(Dictionary<int, int>)) return Values(entry, w => Number(vocabulary, w), v => v.GetInt32());
        if (type == typeof(Dictionary<string, decimal>)) return Values(entry, w => w, v => v.GetDecimal());
        if (type == typeof(Dictionary<string, string>)) return Values(entry, w => w, v => v.GetString()!);
        if (type == typeof(Dictionary<string, string[]>)) return Values(entry, w => w, Words);
        throw new ArgumentException($"No entry is a {type.Name}.", nameof(type));
    }

    /// <summary>The number of a word as the data write it.</summary>
    /// <exception cref="FormatException">It is not one word.</exception>
    public static int Number(Vocabulary vocabulary, string word)
    {
        var folded = Folding.Fold(LatinComposition.Compose(word));
        return folded.Length > 0 && folded.All(Characters.IsInWord) ? vocabulary.Add(folded) : throw new FormatException($"'{word}' is not one word.");
    }

    static string Word(JsonElement entry) => Words(entry) is [var word] ? word : throw new FormatException("More words than one stand where one is meant.");

    static string[] Words(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Object)
        {
            foreach (var part in entry.EnumerateObject())
                if (!(part.NameEquals("about") || part.NameEquals("words"))) throw new FormatException($"'{part.Name}' is neither what an entry is about nor its words.");
            if (!entry.TryGetProperty("words", out entry)) throw new FormatException("There are no words.");
        }

        string[] words = entry.ValueKind == JsonValueKind.Array ? [.. entry.EnumerateArray().Select(w => w.GetString()!)] : [entry.GetString()!];
        return words.Length > 0 ? words : throw new FormatException("There are no words.");
    }

    static HashSet<T> Set<T>(string[] words, Func<string, T> read)
    {
        HashSet<T> set = [];
        foreach (var word in words)
            if (!set.Add(read(word))) throw new FormatException($"'{word}' is listed twice.");
        return set;
    }

    static Dictionary<TWord, TValue> Values<TWord, TValue>(JsonElement entry, Func<string, TWord> word, Func<JsonElement, TValue> value)
        where TWord : notnull
    {
        Dictionary<TWord, TValue> values = [];
        foreach (var part in entry.EnumerateObject())
            if (!values.TryAdd(word(part.Name), value(part.Value))) throw new FormatException($"'{part.Name}' is listed twice.");
        return values;
    }
}

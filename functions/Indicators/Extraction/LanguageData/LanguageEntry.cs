using System.Text.Json;
using System.Text.Json.Serialization;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// How an entry of the language data is written: a word as a string, words and phrases as an array, each of them alone or, with what it is for,
/// as <c>{"about": "…", "words": …}</c>; words with their values as an object. Words are numbered by the vocabulary.
/// </summary>
static class LanguageEntry
{
    /// <summary>The number of a word as the data write it.</summary>
    /// <exception cref="JsonException">It is not one word.</exception>
    public static int Number(Vocabulary vocabulary, string word)
    {
        var folded = Folding.Fold(LatinComposition.Compose(word));
        if (folded.Length == 0 || folded.AsSpan().ContainsAnyExceptInWord()) throw new JsonException($"'{word}' is not one word.");
        return vocabulary.Add(folded);
    }

    static bool ContainsAnyExceptInWord(this ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!Characters.IsInWord(letter)) return true;
        return false;
    }

    /// <summary>The strings of an entry.</summary>
    static string[] Read(ref Utf8JsonReader reader)
    {
        var entry = JsonElement.ParseValue(ref reader);
        if (entry.ValueKind == JsonValueKind.Object)
        {
            foreach (var part in entry.EnumerateObject())
                if (!(part.NameEquals("about") || part.NameEquals("words"))) throw new JsonException($"'{part.Name}' is neither what an entry is about nor its words.");
            if (!entry.TryGetProperty("words", out entry)) throw new JsonException("An entry has no words.");
        }

        string[] words = entry.ValueKind switch
        {
            JsonValueKind.String => [entry.GetString()!],
            JsonValueKind.Array => [.. entry.EnumerateArray().Select(w => w.GetString() ?? "")],
            _ => [],
        };
        return words.Length > 0 ? words : throw new JsonException("An entry has no words.");
    }

    /// <summary>One word.</summary>
    public sealed class OfWord(Vocabulary vocabulary) : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LanguageEntry.Read(ref reader) is [var word] ? Number(vocabulary, word) : throw new JsonException("More words than one stand where one is meant.");

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    /// <summary>Several words.</summary>
    public sealed class OfWords(Vocabulary vocabulary) : JsonConverter<HashSet<int>>
    {
        public override HashSet<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            HashSet<int> set = [];
            foreach (var word in LanguageEntry.Read(ref reader))
                if (!set.Add(Number(vocabulary, word))) throw new JsonException($"'{word}' is listed twice.");
            return set;
        }

        public override void Write(Utf8JsonWriter writer, HashSet<int> value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    /// <summary>Words with their values.</summary>
    public sealed class OfNumbers(Vocabulary vocabulary) : JsonConverter<Dictionary<int, int>>
    {
        public override Dictionary<int, int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Dictionary<int, int> values = [];
            foreach (var word in JsonElement.ParseValue(ref reader).EnumerateObject())
                if (!values.TryAdd(Number(vocabulary, word.Name), word.Value.GetInt32())) throw new JsonException($"'{word.Name}' is listed twice.");
            return values;
        }

        public override void Write(Utf8JsonWriter writer, Dictionary<int, int> value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    /// <summary>Phrases.</summary>
    public sealed class OfPhrases(Vocabulary vocabulary) : JsonConverter<PhraseSet>
    {
        public override PhraseSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(vocabulary, LanguageEntry.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, PhraseSet value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>The phrases of headers.json; one phrase may have several tags.</summary>
sealed class HeaderWords
{
    readonly PhraseTree<Entry> phrases;

    HeaderWords(Vocabulary vocabulary) => phrases = new PhraseTree<Entry>(vocabulary);

    /// <summary>Reads headers.json.</summary>
    /// <exception cref="InvalidDataException">A name in the file is not a tag.</exception>
    public static HeaderWords Load(Vocabulary vocabulary)
    {
        using var stream = typeof(HeaderWords).Assembly.GetManifestResourceStream("headers.json")!;
        using var json = JsonDocument.Parse(stream);
        var words = new HeaderWords(vocabulary);
        foreach (var group in json.RootElement.EnumerateObject())
        {
            if (!Enum.TryParse<HeaderTag>(group.Name, ignoreCase: true, out var tag)) throw new InvalidDataException($"headers.json: '{group.Name}' is not a tag.");
            foreach (var phrase in group.Value.EnumerateArray()) words.phrases.GetOrAdd(phrase.GetString()!, new Entry()).Tags |= tag;
        }

        return words;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>The number of its tokens, 0 for none.</returns>
    public int Longest(ReadOnlySpan<Token> tokens, int start, out HeaderTag tags)
    {
        var length = phrases.Longest(tokens, start, out var entry);
        tags = length > 0 ? entry!.Tags : HeaderTag.None;
        return length;
    }

    sealed class Entry
    {
        public HeaderTag Tags { get; set; }
    }
}

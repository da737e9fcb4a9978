using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The phrases of headers.json; one phrase may have several tags.</summary>
sealed class HeaderWords
{
    readonly PhraseTree<Entry> phrases;

    /// <summary>Reads headers.json.</summary>
    /// <exception cref="InvalidDataException">A name in the file is not a tag, or a tag has no phrases.</exception>
    public HeaderWords(LanguageFiles files)
    {
        phrases = new PhraseTree<Entry>(files.Vocabulary);
        foreach (var (tag, words) in files.ReadGroups<HeaderTag, string[]>("headers.json", HeaderTag.None))
            foreach (var phrase in words) phrases.GetOrAdd(phrase, new Entry()).Tags |= tag;
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

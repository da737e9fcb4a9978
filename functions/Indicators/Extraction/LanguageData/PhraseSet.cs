using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>Phrases that mean the same to a rule.</summary>
sealed class PhraseSet
{
    readonly PhraseTree<bool> phrases;

    /// <exception cref="ArgumentException">A phrase is listed twice.</exception>
    public PhraseSet(Vocabulary vocabulary, IReadOnlyCollection<string> phrases)
    {
        this.phrases = new PhraseTree<bool>(vocabulary);
        foreach (var phrase in phrases) this.phrases.Add(phrase, value: true);
        FirstWords = [.. phrases.Select(p => LanguageEntry.Number(vocabulary, p.Split(' ')[0]))];
    }

    /// <summary>The words with which phrases begin.</summary>
    public HashSet<int> FirstWords { get; }

    /// <summary>The number of tokens of the longest phrase that begins at a token; 0 for none.</summary>
    public int Length(ReadOnlySpan<Token> tokens, int start) => phrases.Longest(tokens, start, out _);

    /// <summary>Whether a phrase begins at a token.</summary>
    public bool BeginAt(ReadOnlySpan<Token> tokens, int start) => Length(tokens, start) > 0;

    /// <summary>Whether some tokens are one of the phrases and nothing more.</summary>
    public bool Are(ReadOnlySpan<Token> tokens, int first, int end) => end > first && Length(tokens[..end], first) == end - first;
}

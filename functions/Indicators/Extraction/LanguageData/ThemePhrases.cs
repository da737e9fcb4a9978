using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The phrases of themes.json, by which headings tell what follows them.</summary>
sealed class ThemePhrases
{
    readonly PhraseTree<Theme> phrases;

    /// <summary>Reads themes.json.</summary>
    /// <exception cref="InvalidDataException">A name in the file is not a theme, or a theme has no phrases.</exception>
    public ThemePhrases(LanguageFiles files)
    {
        phrases = new PhraseTree<Theme>(files.Vocabulary);
        foreach (var (theme, words) in files.ReadGroups<Theme, string[]>("themes.json", Theme.None))
            foreach (var phrase in words) phrases.Add(phrase, theme);
    }

    /// <summary>The theme whose phrase begins at a token.</summary>
    /// <param name="length">The number of its tokens.</param>
    public Theme At(ReadOnlySpan<Token> tokens, int i, out int length)
    {
        length = phrases.Longest(tokens, i, out var topic);
        return length > 0 ? topic : Theme.None;
    }
}

using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>The phrases of themes.json, by which headings tell what follows them.</summary>
sealed class ThemePhrases
{
    readonly PhraseTree<Theme> phrases;

    public ThemePhrases(Vocabulary vocabulary)
    {
        phrases = new PhraseTree<Theme>(vocabulary);
        using var stream = typeof(ThemePhrases).Assembly.GetManifestResourceStream("themes.json")!;
        using var json = JsonDocument.Parse(stream);
        foreach (var group in json.RootElement.EnumerateObject())
        {
            if (!Enum.TryParse<Theme>(group.Name, ignoreCase: true, out var topic))
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"themes.json: '{group.Name}' is not a theme."));
            foreach (var phrase in group.Value.EnumerateArray()) phrases.Add(phrase.GetString()!, topic);
        }
    }

    /// <summary>The theme whose phrase begins at a token.</summary>
    /// <param name="length">The number of its tokens.</param>
    public Theme At(ReadOnlySpan<Token> tokens, int i, out int length)
    {
        length = phrases.Longest(tokens, i, out var topic);
        return length > 0 ? topic : Theme.None;
    }
}

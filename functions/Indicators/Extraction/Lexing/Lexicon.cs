using System.Globalization;
using System.Text.Json;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>The language data of lexicon.json: which phrases mean what, the units and the multipliers.</summary>
sealed class Lexicon
{
    /// <summary>Verbs and prepositions have no more words.</summary>
    const int LongestEnding = 4;

    readonly PhraseTree<Entry> phrases;

    Lexicon(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        phrases = new PhraseTree<Entry>(vocabulary);
    }

    /// <summary>A phrase's meaning.</summary>
    /// <param name="Tag">What it does.</param>
    /// <param name="Factor">For a multiplier, and for a unit that holds one.</param>
    /// <param name="Unit">For a unit.</param>
    public sealed record Entry(PhraseTag Tag, decimal Factor = 1, string? Unit = null);

    public Vocabulary Vocabulary { get; }

    /// <summary>The longest phrase that begins at a token.</summary>
    public int Longest(ReadOnlySpan<Token> tokens, int start, out Entry? entry) => phrases.Longest(tokens, start, out entry);

    /// <summary>Whether a phrase of a tag begins at a token.</summary>
    public bool Is(PhraseTag tag, ReadOnlySpan<Token> tokens, int start) => Longest(tokens, start, out var entry) > 0 && entry!.Tag == tag;

    /// <summary>The tag of the longest phrase that ends just before a token; none where no phrase does.</summary>
    public PhraseTag Before(ReadOnlySpan<Token> tokens, int end)
    {
        for (var start = Math.Max(0, end - LongestEnding); start < end; start++)
            if (Longest(tokens[..end], start, out var entry) == end - start) return entry!.Tag;
        return PhraseTag.None;
    }

    /// <summary>Reads lexicon.json.</summary>
    /// <exception cref="InvalidDataException">A name in the file is not a tag, or a phrase is listed twice.</exception>
    public static Lexicon Load(Vocabulary vocabulary)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.json")!;
        using var json = JsonDocument.Parse(stream);
        var lexicon = new Lexicon(vocabulary);
        foreach (var group in json.RootElement.EnumerateObject())
        {
            if (group.NameEquals("multiplier"))
                foreach (var m in group.Value.EnumerateObject())
                    lexicon.phrases.Add(m.Name, new Entry(PhraseTag.Multiplier, m.Value.GetDecimal()));
            else if (group.NameEquals("unit"))
                foreach (var unit in group.Value.EnumerateObject())
                    foreach (var phrase in unit.Value.EnumerateArray())
                        lexicon.phrases.Add(phrase.GetString()!, new Entry(PhraseTag.Unit, 1, string.Intern(unit.Name)));
            else
                lexicon.AddTag(group.Name, group.Value);
        }

        lexicon.AddGlued(json.RootElement.GetProperty("multiplier"));
        return lexicon;
    }

    /// <summary><c>tỷđồng</c> is typed too, and <c>trđ</c>, <c>tr.đồng</c>.</summary>
    void AddGlued(JsonElement multipliers)
    {
        foreach (var m in multipliers.EnumerateObject())
        {
            if (m.Name.Contains(' ', StringComparison.Ordinal)) continue;
            foreach (var unit in (ReadOnlySpan<string>)["đồng", "đ", ".đồng", ".đ"]) phrases.Add(m.Name + unit, new Entry(PhraseTag.Unit, m.Value.GetDecimal(), "VND"));
        }
    }

    void AddTag(string name, JsonElement list)
    {
        if (!Enum.TryParse<PhraseTag>(name, ignoreCase: true, out var tag))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"lexicon.json: '{name}' is not a tag."));
        foreach (var phrase in list.EnumerateArray()) phrases.Add(phrase.GetString()!, new Entry(tag));
    }
}

using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The language data of lexicon.json: which phrases mean what, the units and the multipliers.</summary>
sealed class Lexicon
{
    /// <summary>Verbs and prepositions have no more words.</summary>
    const int LongestEnding = 4;

    const string File = "lexicon.json";

    readonly PhraseTree<Entry> phrases;

    /// <summary>Reads lexicon.json.</summary>
    /// <exception cref="InvalidDataException">A name in the file is not a tag, a tag has no phrases, or a phrase is listed twice.</exception>
    public Lexicon(LanguageFiles files)
    {
        phrases = new PhraseTree<Entry>(files.Vocabulary);
        var data = files.Read<Data>(File);
        foreach (var (multiplier, factor) in data.Multiplier) Add(multiplier, new Entry(PhraseTag.Multiplier, factor));
        foreach (var (unit, written) in data.Unit)
            foreach (var phrase in written) Add(phrase, new Entry(PhraseTag.Unit, 1, string.Intern(unit)));
        foreach (var (tag, tagged) in files.Groups<PhraseTag, string[]>(File, data.Tagged, PhraseTag.None, PhraseTag.Multiplier, PhraseTag.Unit))
            foreach (var phrase in tagged) Add(phrase, new Entry(tag));
        AddGlued(data);
    }

    /// <summary>A phrase's meaning.</summary>
    /// <param name="Tag">What it does.</param>
    /// <param name="Factor">For a multiplier, and for a unit that holds one.</param>
    /// <param name="Unit">For a unit.</param>
    public sealed record Entry(PhraseTag Tag, decimal Factor = 1, string? Unit = null);

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

    /// <summary><c>tỷđồng</c> is typed too, and <c>trđ</c>, <c>tr.đồng</c>.</summary>
    void AddGlued(Data data)
    {
        foreach (var (multiplier, factor) in data.Multiplier)
        {
            if (multiplier.Contains(' ', StringComparison.Ordinal)) continue;
            foreach (var unit in data.Glued) Add(multiplier + unit, new Entry(PhraseTag.Unit, factor, Unit.Vnd.Code));
        }
    }

    void Add(string phrase, Entry entry)
    {
        try
        {
            phrases.Add(phrase, entry);
        }
        catch (ArgumentException twice)
        {
            throw new InvalidDataException($"{File}: {twice.Message}", twice);
        }
    }

    sealed record Data
    {
        public required Dictionary<string, decimal> Multiplier { get; init; }

        /// <summary>What the currency's name is where it is typed without a space behind a multiplier.</summary>
        public required string[] Glued { get; init; }

        public required Dictionary<string, string[]> Unit { get; init; }

        /// <summary>The phrases of each <see cref="PhraseTag"/>.</summary>
        public required Dictionary<string, JsonElement> Tagged { get; init; }
    }
}

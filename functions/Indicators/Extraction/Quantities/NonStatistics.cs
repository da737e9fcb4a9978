using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// The kinds of numbers that are no statistics, from nonstatistics.json. Some are told by the words around the number alone, which stand there;
/// the others <see cref="NonStatisticFilter"/> tells by the sentence's build.
/// </summary>
sealed class NonStatistics
{
    readonly Dictionary<string, NonStatisticKind> kinds = [];
    readonly PhraseTree<List<NonStatisticKind>> leads, others, followers;

    NonStatistics(Vocabulary vocabulary)
    {
        leads = new PhraseTree<List<NonStatisticKind>>(vocabulary);
        others = new PhraseTree<List<NonStatisticKind>>(vocabulary);
        followers = new PhraseTree<List<NonStatisticKind>>(vocabulary);
    }

    /// <summary>Every kind, in the order of the file.</summary>
    public IReadOnlyCollection<NonStatisticKind> All => kinds.Values;

    /// <summary>The farthest that a leading phrase of any kind may end before its number, in tokens.</summary>
    public int Reach { get; private set; }

    /// <summary>Reads nonstatistics.json.</summary>
    public static NonStatistics Load(Vocabulary vocabulary)
    {
        using var stream = typeof(NonStatistics).Assembly.GetManifestResourceStream("nonstatistics.json")!;
        var read = new NonStatistics(vocabulary);
        foreach (var kind in JsonSerializer.Deserialize<List<NonStatisticKind>>(stream, JsonSerializerOptions.Web)!)
        {
            read.kinds.Add(kind.Id, kind);
            read.Reach = Math.Max(read.Reach, kind.Within);
            Add(read.leads, kind.Lead, kind);
            Add(read.others, kind.Unless, kind);
            Add(read.followers, kind.Behind, kind);
            Add(read.followers, kind.UnlessBehind, null);
        }

        return read;
    }

    /// <summary>The kind of an id.</summary>
    public NonStatisticKind this[string id] => kinds[id];

    /// <summary>The kinds that a phrase leads to, where one begins at a token.</summary>
    public List<NonStatisticKind>? LeadAt(ReadOnlySpan<Token> tokens, int i, out int length) => At(leads, tokens, i, out length);

    /// <summary>The kinds that a phrase before the number rules out.</summary>
    public List<NonStatisticKind>? OtherAt(ReadOnlySpan<Token> tokens, int i) => At(others, tokens, i, out _);

    /// <summary>The kinds whose numbers a phrase follows.</summary>
    public List<NonStatisticKind>? FollowerAt(ReadOnlySpan<Token> tokens, int i) => At(followers, tokens, i, out _);

    static List<NonStatisticKind>? At(PhraseTree<List<NonStatisticKind>> tree, ReadOnlySpan<Token> tokens, int i, out int length) =>
        (length = tree.Longest(tokens, i, out var found)) > 0 ? found : null;

    static void Add(PhraseTree<List<NonStatisticKind>> tree, string[] phrases, NonStatisticKind? kind)
    {
        foreach (var phrase in phrases)
        {
            var found = tree.GetOrAdd(phrase, []);
            if (kind is not null) found.Add(kind);
        }
    }
}

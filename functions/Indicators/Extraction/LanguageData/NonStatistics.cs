using System.Text.Json;
using System.Text.Json.Serialization;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// The kinds of numbers that are no statistics, from nonstatistics.json. Some are told by the words around the number alone, which stand there;
/// the others <see cref="NonStatisticFilter"/> tells by the sentence's build.
/// </summary>
sealed class NonStatistics
{
    const string File = "nonstatistics.json";

    static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The kinds that <see cref="NonStatisticFilter"/> tells by the sentence's build.</summary>
    static readonly string[] ByBuild =
        ["telephone", "contact", "list-item", "threshold", "limit", "files", "rate-in-time", "rank-move", "document", "ranking", "duration", "page-counter", "attribute", "bare", "fraction"];

    readonly Dictionary<string, NonStatisticKind> kinds = [];
    readonly PhraseTree<List<NonStatisticKind>> leads, others, followers;

    /// <summary>Reads nonstatistics.json.</summary>
    /// <exception cref="InvalidDataException">A kind is missing, superfluous or of no known build.</exception>
    public NonStatistics(LanguageFiles files)
    {
        leads = new PhraseTree<List<NonStatisticKind>>(files.Vocabulary);
        others = new PhraseTree<List<NonStatisticKind>>(files.Vocabulary);
        followers = new PhraseTree<List<NonStatisticKind>>(files.Vocabulary);
        foreach (var kind in Read())
        {
            if (!kinds.TryAdd(kind.Id, kind)) throw new InvalidDataException($"{File}: '{kind.Id}' is listed twice.");
            if (!kind.IsByWords && !ByBuild.Contains(kind.Id)) throw new InvalidDataException($"{File}: '{kind.Id}' has no words before or behind its numbers, and no rule tells it by the sentence's build.");
            Reach = Math.Max(Reach, kind.Within);
            Add(leads, kind.Lead, kind);
            Add(others, kind.Unless, kind);
            Add(followers, kind.Behind, kind);
            Add(followers, kind.UnlessBehind, null);
        }

        foreach (var id in ByBuild)
            if (!kinds.ContainsKey(id)) throw new InvalidDataException($"{File}: '{id}' is missing.");
    }

    /// <summary>Every kind, in the order of the file.</summary>
    public IReadOnlyCollection<NonStatisticKind> All => kinds.Values;

    /// <summary>The farthest that a leading phrase of any kind may end before its number, in tokens.</summary>
    public int Reach { get; }

    static List<NonStatisticKind> Read()
    {
        using var stream = LanguageFiles.Open(File);
        try
        {
            return JsonSerializer.Deserialize<List<NonStatisticKind>>(stream, Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{File}: {wrong.Message}", wrong);
        }
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

using System.Text.Json;
using System.Text.Json.Serialization;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// Reads the files of Extraction/Language into the types by whose members the rules know words. A file has an entry for each member
/// that its type requires, and no other: one that is missing or that nobody asks for stops the program at its start.
/// </summary>
sealed class LanguageFiles(Vocabulary vocabulary)
{
    readonly JsonSerializerOptions options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new LanguageEntry.OfWord(vocabulary), new LanguageEntry.OfWords(vocabulary), new LanguageEntry.OfNumbers(vocabulary), new LanguageEntry.OfPhrases(vocabulary),
        },
    };

    /// <summary>For files of which an <c>int</c> is a number and no word.</summary>
    static readonly JsonSerializerOptions Plain = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name)
    {
        using var stream = Open(name);
        return Read<T>(name, stream);
    }

    /// <summary>Reads a file in whose types words stay strings.</summary>
    /// <exception cref="InvalidDataException">An entry is missing or superfluous; the message names it.</exception>
    public static T ReadPlain<T>(string name)
    {
        using var stream = Open(name);
        return Translate(name, () => JsonSerializer.Deserialize<T>(stream, Plain));
    }

    /// <summary>Reads a file from a stream.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name, Stream stream) => Translate(name, () => JsonSerializer.Deserialize<T>(stream, options));

    static T Translate<T>(string name, Func<T?> read)
    {
        try
        {
            return read() ?? throw new InvalidDataException($"{name} has an empty entry.");
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Reads a file that has a group for each member of an enumeration.</summary>
    /// <param name="name">The file.</param>
    /// <param name="none">The members that have no group.</param>
    /// <exception cref="InvalidDataException">A group is missing or superfluous.</exception>
    public Dictionary<TTag, TGroup> ReadGroups<TTag, TGroup>(string name, params ReadOnlySpan<TTag> none)
        where TTag : struct, Enum =>
        Groups<TTag, TGroup>(name, Read<Dictionary<string, JsonElement>>(name), none);

    /// <summary>The groups of a file by the members of an enumeration that name them.</summary>
    /// <exception cref="InvalidDataException">A group is missing or superfluous.</exception>
    public Dictionary<TTag, TGroup> Groups<TTag, TGroup>(string name, Dictionary<string, JsonElement> written, params ReadOnlySpan<TTag> none)
        where TTag : struct, Enum
    {
        var groups = new Dictionary<TTag, TGroup>();
        foreach (var tag in Enum.GetValues<TTag>())
        {
            if (none.Contains(tag)) continue;
            if (!written.Remove(JsonNamingPolicy.CamelCase.ConvertName(tag.ToString()), out var group)) throw new InvalidDataException($"{name}: '{tag}' has no group.");
            groups.Add(tag, Translate<TGroup>(name, () => group.Deserialize<TGroup>(options)));
        }

        return written.Count == 0 ? groups : throw new InvalidDataException($"{name}: '{written.Keys.First()}' is no {typeof(TTag).Name}.");
    }

    /// <summary>The text of a file of the language data.</summary>
    public static Stream Open(string name) => typeof(LanguageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not among the language data.");
}

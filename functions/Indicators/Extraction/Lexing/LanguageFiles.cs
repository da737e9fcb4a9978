using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessIct.Indicators.Extraction.Lexing;

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
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new LanguageEntry.OfWord(vocabulary), new LanguageEntry.OfWords(vocabulary), new LanguageEntry.OfNumbers(vocabulary), new LanguageEntry.OfPhrases(vocabulary),
        },
    };

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name)
    {
        using var stream = Open(name);
        return Read<T>(name, stream);
    }

    /// <summary>Reads a file from a stream.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name, Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(stream, options) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Reads a file that has a group for each member of an enumeration.</summary>
    /// <param name="name">The file.</param>
    /// <param name="none">The member that stands for no group.</param>
    /// <exception cref="InvalidDataException">A group is missing or superfluous.</exception>
    public Dictionary<TTag, TGroup> ReadGroups<TTag, TGroup>(string name, TTag none)
        where TTag : struct, Enum
    {
        var groups = Read<Dictionary<TTag, TGroup>>(name);
        RequireAll(name, groups, none);
        return groups;
    }

    /// <summary>Throws where a member of an enumeration, save the one that stands for none, has no group.</summary>
    /// <exception cref="InvalidDataException">A group is missing.</exception>
    public static void RequireAll<TTag, TGroup>(string name, Dictionary<TTag, TGroup> groups, TTag none)
        where TTag : struct, Enum
    {
        foreach (var tag in Enum.GetValues<TTag>())
            if (groups.ContainsKey(tag) == tag.Equals(none)) throw new InvalidDataException($"{name}: '{tag}' {(tag.Equals(none) ? "stands for no group" : "has no group")}.");
    }

    /// <summary>The text of a file of the language data.</summary>
    public static Stream Open(string name) => typeof(LanguageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not among the language data.");
}

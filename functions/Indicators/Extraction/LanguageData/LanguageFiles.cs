using System.Reflection;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// Reads the files of Extraction/Language into the types by whose members the rules know words. A file has an entry for each member of
/// its type, and no other: one that is missing or that nobody asks for stops the program at its start.
/// </summary>
/// <remarks>By reflection alone: a serializer would take longer to get ready for these types than the reading takes.</remarks>
sealed class LanguageFiles(Vocabulary vocabulary)
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name)
        where T : class
    {
        using var stream = Open(name);
        return Read<T>(name, stream);
    }

    /// <summary>Reads a file from a stream. A member of JSON elements takes all entries that no other member is for.</summary>
    /// <exception cref="InvalidDataException">An entry is missing, superfluous or no word; the message names it.</exception>
    public T Read<T>(string name, Stream stream)
        where T : class
    {
        var entries = Entries(name, stream);
        var read = Activator.CreateInstance<T>();
        PropertyInfo? others = null;
        foreach (var member in typeof(T).GetProperties())
        {
            if (member.PropertyType == typeof(Dictionary<string, JsonElement>)) others = member;
            else member.SetValue(read, Value(name, Take(name, entries, member.Name), member.PropertyType));
        }

        if (others is null) RequireNone(name, entries);
        else others.SetValue(read, entries);
        return read;
    }

    /// <summary>Reads a file that has a group for each member of an enumeration.</summary>
    /// <param name="name">The file.</param>
    /// <param name="none">The members that have no group.</param>
    /// <exception cref="InvalidDataException">A group is missing or superfluous.</exception>
    public Dictionary<TTag, TGroup> ReadGroups<TTag, TGroup>(string name, params ReadOnlySpan<TTag> none)
        where TTag : struct, Enum
    {
        using var stream = Open(name);
        return Groups<TTag, TGroup>(name, Entries(name, stream), none);
    }

    /// <summary>The groups of a file by the members of an enumeration that name them.</summary>
    /// <exception cref="InvalidDataException">A group is missing or superfluous.</exception>
    public Dictionary<TTag, TGroup> Groups<TTag, TGroup>(string name, Dictionary<string, JsonElement> entries, params ReadOnlySpan<TTag> none)
        where TTag : struct, Enum
    {
        var groups = new Dictionary<TTag, TGroup>();
        foreach (var tag in Enum.GetValues<TTag>())
            if (!none.Contains(tag)) groups.Add(tag, (TGroup)Value(name, Take(name, entries, tag.ToString()), typeof(TGroup)));
        RequireNone(name, entries);
        return groups;
    }

    /// <summary>The text of a file of the language data.</summary>
    public static Stream Open(string name) => typeof(LanguageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not among the language data.");

    static Dictionary<string, JsonElement> Entries(string name, Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream, Strict);
            return json.RootElement.Clone().EnumerateObject().ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }

    static (string Id, JsonElement Entry) Take(string name, Dictionary<string, JsonElement> entries, string member)
    {
        var id = JsonNamingPolicy.CamelCase.ConvertName(member);
        return entries.Remove(id, out var entry) ? (id, entry) : throw new InvalidDataException($"{name}: '{id}' is missing.");
    }

    static void RequireNone(string name, Dictionary<string, JsonElement> entries)
    {
        if (entries.Count > 0) throw new InvalidDataException($"{name}: no rule asks for '{string.Join("', '", entries.Keys)}'.");
    }

    object Value(string name, (string Id, JsonElement Entry) of, Type type)
    {
        try
        {
            return LanguageEntry.Read(of.Entry, type, vocabulary);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{name}: '{of.Id}': {wrong.Message}", wrong);
        }
    }
}

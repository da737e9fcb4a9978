using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>What <c>fields</c> leaves of an answer: members in JSON, columns in CSV; named in either way (<c>rankedAmong</c>, <c>ranked_among</c>).</summary>
public static class FieldSelection
{
    /// <summary>Selections that were seen lately, since building one takes a while.</summary>
    const int MostKept = 64;

    static readonly ConcurrentDictionary<string, JsonSerializerOptions> Kept = new(StringComparer.Ordinal);

    /// <summary>How JSON is written with only the asked fields of each <typeparamref name="T"/>.</summary>
    /// <param name="parameters">The parameters, with <c>fields</c>.</param>
    /// <param name="others">Fields around them that are there in any case.</param>
    /// <exception cref="ParameterException">A field does not exist.</exception>
    public static JsonSerializerOptions Json<T>(Parameters parameters, params ReadOnlySpan<string> others)
    {
        var own = StoredJson.Options.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name).ToList();
        if (Asked(parameters, [.. own, .. others]) is not { } fields) return StoredJson.Options;
        var wanted = own.Where(fields.Contains).ToHashSet(StringComparer.Ordinal);
        var key = typeof(T).Name + ' ' + string.Join(' ', wanted.Order(StringComparer.Ordinal));
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd(key, _ => new JsonSerializerOptions(StoredJson.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type => Leave(type, typeof(T), wanted)),
        });
    }

    /// <summary>The asked columns, in the order of the table.</summary>
    /// <exception cref="ParameterException">A column does not exist.</exception>
    public static IReadOnlyList<Column<T>> Columns<T>(Parameters parameters, IReadOnlyList<Column<T>> all) =>
        Asked(parameters, [.. all.Select(c => c.Name)]) is { } names ? [.. all.Where(c => names.Contains(c.Name))] : all;

    static HashSet<string>? Asked(Parameters parameters, IReadOnlyList<string> allowed)
    {
        var asked = parameters.Items("fields");
        if (asked.Count == 0) return null;
        return [.. asked.Select(a => allowed.FirstOrDefault(f => Form(f) == Form(a))
            ?? throw new ParameterException("fields", Parameters.Shortened(a), string.Join(", ", allowed), SpellingSuggestion.For(a, allowed)))];
    }

    static string Form(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    static void Leave(JsonTypeInfo type, Type selected, HashSet<string> wanted)
    {
        if (type.Type != selected) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (!wanted.Contains(type.Properties[i].Name)) type.Properties.RemoveAt(i);
    }
}

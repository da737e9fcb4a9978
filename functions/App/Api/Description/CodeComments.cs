using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace ServerlessIct.App.Api.Description;

/// <summary>
/// What the comments in the code say of types and their members, from the files that the compiler writes beside the assemblies. Where a file
/// is missing there are no texts.
/// </summary>
static class CodeComments
{
    static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> Read = [];

    /// <summary>What is said of a type; null for nothing.</summary>
    public static string? Of(Type type) => Find(type, $"T:{NameOf(type)}");

    /// <summary>What is said of a property; of one whose values are words, what each of them means too, and of one that is written as text, how; null for nothing.</summary>
    public static string? Of(PropertyInfo property)
    {
        var text = Find(property.DeclaringType!, $"P:{NameOf(property.DeclaringType!)}.{property.Name}");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (text is null) return null;
        if (type.IsEnum) return $"{text} {Meanings(type)}";
        return type.IsValueType && type.GetCustomAttribute<JsonConverterAttribute>() is not null && Of(type) is { } form ? $"{text} {form}" : text;
    }

    /// <summary>The words of an enumeration, each with what is said of it.</summary>
    static string Meanings(Type type)
    {
        var words = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (Word: WordOf(f), Text: Find(type, $"F:{NameOf(type)}.{f.Name}")))
            .Select(f => f.Text is null ? $"`{f.Word}`" : $"`{f.Word}`: {f.Text.TrimEnd('.')}");
        return string.Join("; ", words) + ".";
    }

    static string WordOf(FieldInfo field) => field.DeclaringType == typeof(ObservationStatus) ? field.Name : JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    static string? Find(Type type, string member) => Read.GetOrAdd(type.Assembly, AllOf).GetValueOrDefault(member);

    static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    static IReadOnlyDictionary<string, string> AllOf(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(file)) return new Dictionary<string, string>(StringComparer.Ordinal);
        return XDocument.Load(file).Descendants("member")
            .Select(m => (Name: (string?)m.Attribute("name"), Summary: m.Element("summary")))
            .Where(m => m is { Name: not null, Summary: not null })
            .ToDictionary(m => m.Name!, m => Plain(m.Summary!), StringComparer.Ordinal);
    }

    /// <summary>A comment as text: code between backticks, a reference by the name that JSON has for it, white space as single blanks.</summary>
    static string Plain(XElement comment)
    {
        var text = new StringBuilder();
        foreach (var node in comment.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "see" or "paramref" } reference => $"`{Referred(reference)}`",
                XElement other => Plain(other),
                _ => "",
            });
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static string Referred(XElement reference)
    {
        var name = (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword") ?? "";
        return JsonNamingPolicy.CamelCase.ConvertName(name[(name.LastIndexOf('.') + 1)..]);
    }
}

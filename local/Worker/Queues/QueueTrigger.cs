using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using ServerlessIct.Local.Worker.Binding;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Queues;

/// <summary>A function for each message of a queue.</summary>
sealed class QueueTrigger(string queue, string? connection) : Trigger
{
    static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    static readonly Dictionary<string, (Type Type, Func<QueueMessage, object?> Of)> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = (typeof(string), message => message.Body.ToString()),
        ["Id"] = (typeof(string), message => message.MessageId),
        ["PopReceipt"] = (typeof(string), message => message.PopReceipt),
        ["DequeueCount"] = (typeof(long), message => message.DequeueCount),
        ["InsertionTime"] = (typeof(DateTimeOffset), message => message.InsertedOn),
        ["ExpirationTime"] = (typeof(DateTimeOffset), message => message.ExpiresOn),
        ["NextVisibleTime"] = (typeof(DateTimeOffset), message => message.NextVisibleOn),
    };

    public string Queue => queue;

    public string? Connection => connection;

    public override string Kind => "queueTrigger";

    public override string ValueTypes => "string, byte[], BinaryData, QueueMessage or a class that its JSON fits";

    public override IReadOnlyCollection<string> DataNames => Properties.Keys;

    public static bool CheckName(string name, Action<string> problem)
    {
        var fits = name.Length is >= 3 and <= 63
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
        if (!fits)
            problem($"'{name}' is not the name of a queue, which has 3 to 63 lower-case letters, digits and single hyphens.");
        return fits;
    }

    public override ParameterSource? ValueAs(Type type) =>
        type == typeof(QueueMessage) ? static i => new(Message(i))
        : type == typeof(string) ? static i => new(Message(i).Body.ToString())
        : type == typeof(BinaryData) ? static i => new(Message(i).Body)
        : type == typeof(byte[]) ? static i => new(Message(i).Body.ToArray())
        : IsJson(type) ? i => new(JsonSerializer.Deserialize(Message(i).Body.ToMemory().Span, type, Json))
        : null;

    public override ParameterSource? DataFor(ParameterInfo parameter) =>
        Properties.TryGetValue(parameter.Name!, out var property)
        && (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == property.Type
            ? i => new(property.Of(Message(i)))
            : null;

    /// <summary>What a run of the function for this message gets.</summary>
    public static TriggerEvent EventFor(QueueMessage message) => new(
        message,
        Properties.ToDictionary(p => p.Key, p => p.Value.Of(message), StringComparer.OrdinalIgnoreCase),
        "message " + message.MessageId);

    static QueueMessage Message(Invocation invocation) => (QueueMessage)invocation.TriggerValue;

    static bool IsJson(Type type) =>
        !type.IsInterface && !type.IsAbstract && !type.IsPointer && !type.IsPrimitive
        && !typeof(Delegate).IsAssignableFrom(type)
        && type.Namespace is not (null or "System") && !type.Namespace.StartsWith("System.", StringComparison.Ordinal) && !type.Namespace.StartsWith("Azure.", StringComparison.Ordinal);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>A function of the app, as the worker describes it, with the settings in its trigger put in.</summary>
sealed class HostedFunction
{
    const string Provided = "This host has blob, queue, timer and HTTP triggers, and no other bindings.";

    HostedFunction(RpcFunctionMetadata metadata, JsonObject trigger)
    {
        Metadata = metadata;
        Trigger = trigger;
    }

    /// <summary>What the worker says.</summary>
    public RpcFunctionMetadata Metadata { get; }

    /// <summary>The binding of the trigger, as in functions.metadata.</summary>
    public JsonObject Trigger { get; }

    /// <summary>Its name.</summary>
    public string Name => Metadata.Name;

    /// <summary>The type of its trigger, for instance <c>blobTrigger</c>.</summary>
    public string TriggerType => (string)Trigger["type"]!;

    /// <summary>The parameter that takes what triggered it.</summary>
    public string Parameter => (string)Trigger["name"]!;

    /// <summary>Whether requests run it.</summary>
    public bool IsHttp => TriggerType == "httpTrigger";

    /// <summary>Whether a blob runs it that an event of Event Grid announces.</summary>
    public bool IsByEventGrid => TriggerType == "blobTrigger" && (string?)Trigger["source"] == "EventGrid";

    /// <summary>Function and parameter, for messages.</summary>
    public string Where => $"The function {Name}, parameter {Parameter},";

    /// <summary>The functions of an app, in the order of their names, without those that settings <c>AzureWebJobs.NAME.Disabled</c> switch off.</summary>
    /// <exception cref="FunctionsHostException">This host cannot run one of them; all reasons are in the message.</exception>
    public static IReadOnlyList<HostedFunction> Read(IEnumerable<RpcFunctionMetadata> found, HostSettings settings)
    {
        var (functions, faults) = (new List<HostedFunction>(), new List<string>());
        foreach (var metadata in found.Where(f => !IsDisabled(f.Name, settings)).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                functions.Add(Read(metadata, settings));
            }
            catch (FunctionsHostException e)
            {
                faults.Add(e.Message);
            }
        }
        return faults.Count == 0 ? functions : throw new FunctionsHostException(string.Join('\n', faults));
    }

    static HostedFunction Read(RpcFunctionMetadata metadata, HostSettings settings)
    {
        var bindings = metadata.RawBindings.Select(b => JsonNode.Parse(b)!.AsObject()).ToList();
        var trigger = bindings.Find(b => ((string?)b["type"])?.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase) == true)
            ?? throw new FunctionsHostException($"The function {metadata.Name} has no trigger.");
        foreach (var other in bindings.Where(b => b != trigger && (string?)b["type"] != "http"))
            throw new FunctionsHostException($"The function {metadata.Name}, parameter {(string?)other["name"]}, has a binding of type {(string?)other["type"]}. {Provided}");
        var function = new HostedFunction(metadata, trigger);
        foreach (var property in (string[])["path", "queueName", "schedule", "connection", "route"])
            if (trigger[property] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                trigger[property] = settings.Resolve((string)value!, function.Where);
        if (function.TriggerType is not ("blobTrigger" or "queueTrigger" or "timerTrigger" or "httpTrigger"))
            throw new FunctionsHostException($"{function.Where} has a trigger of type {function.TriggerType}. {Provided}");
        if (function.TriggerType is "blobTrigger" or "queueTrigger") function.CheckConnection(settings);
        return function;
    }

    /// <summary>A connection that is not there would fail much later, and without the function's name.</summary>
    void CheckConnection(HostSettings settings)
    {
        var name = (string?)Trigger["connection"] ?? "AzureWebJobsStorage";
        if (settings[name] is null && settings["AzureWebJobs" + name] is null && !settings.Configuration.GetSection(name).GetChildren().Any())
            throw new FunctionsHostException($"{Where} needs the storage connection {name}, which is not set: set {name} to a connection string.");
    }

    static bool IsDisabled(string name, HostSettings settings) => string.Equals(settings[$"AzureWebJobs.{name}.Disabled"], "true", StringComparison.OrdinalIgnoreCase);
}

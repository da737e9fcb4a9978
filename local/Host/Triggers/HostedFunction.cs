using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>A function of the app, as the worker describes it, with the settings in its trigger put in.</summary>
sealed class HostedFunction
{
    const string Provided = "This host has blob, queue, timer and HTTP triggers, and no other bindings.";

    /// <summary>As in the real host, whatever follows.</summary>
    static readonly string[] OwnRoutes = ["admin", "runtime"];

    HostedFunction(RpcFunctionMetadata metadata, JsonObject trigger, bool isDisabled)
    {
        Metadata = metadata;
        Trigger = trigger;
        IsDisabled = isDisabled;
    }

    /// <summary>What the worker says.</summary>
    public RpcFunctionMetadata Metadata { get; }

    /// <summary>The binding of the trigger, as in functions.metadata.</summary>
    public JsonObject Trigger { get; }

    /// <summary>Whether the setting <c>AzureWebJobs.NAME.Disabled</c> switches it off; only of HTTP functions, which keep their routes.</summary>
    public bool IsDisabled { get; }

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

    /// <summary>The route of an HTTP function, without the prefix; its name where it says none.</summary>
    public string Route => (string?)Trigger["route"] is { } own && own.Trim('/') is { Length: > 0 } route ? route : Name;

    /// <summary>The setting with the connection to its storage.</summary>
    public string Connection => (string?)Trigger["connection"] is { Length: > 0 } named ? named : HostSettings.HostStorage;

    /// <summary>Function and parameter, for messages.</summary>
    public string Where => $"The function {Name}, parameter {Parameter},";

    /// <summary>The functions of an app, in the order of their names, without those that are switched off and have no route.</summary>
    /// <exception cref="FunctionsHostException">This host cannot run one of them; all reasons are in the message, a line for each.</exception>
    public static IReadOnlyList<HostedFunction> Read(IEnumerable<RpcFunctionMetadata> found, HostSettings settings)
    {
        var (functions, faults) = (new List<HostedFunction>(), new List<string>());
        foreach (var metadata in found.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase))
        {
            var isDisabled = IsSwitchedOff(metadata.Name, settings);
            var own = new List<string>();
            var function = Read(metadata, settings, isDisabled, own);
            if (!isDisabled) faults.AddRange(own);
            if (function is not null && (!isDisabled || (function.IsHttp && own.Count == 0))) functions.Add(function);
        }
        return faults.Count == 0 ? functions : throw new FunctionsHostException(string.Join('\n', faults));
    }

    static HostedFunction? Read(RpcFunctionMetadata metadata, HostSettings settings, bool isDisabled, List<string> faults)
    {
        var bindings = metadata.RawBindings.Select(b => JsonNode.Parse(b)!.AsObject()).ToList();
        if (bindings.Find(b => ((string?)b["type"])?.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase) == true) is not { } trigger)
        {
            faults.Add($"The function {metadata.Name} has no trigger.");
            return null;
        }
        var function = new HostedFunction(metadata, trigger, isDisabled);
        faults.AddRange(bindings
            .Where(b => b != trigger && (string?)b["type"] != "http")
            .Select(b => $"The function {metadata.Name}, parameter {(string?)b["name"]}, has a binding of type {(string?)b["type"]}. {Provided}"));
        function.PutSettingsIn(settings, faults);
        if (function.TriggerType is not ("blobTrigger" or "queueTrigger" or "timerTrigger" or "httpTrigger"))
            faults.Add($"{function.Where} has a trigger of type {function.TriggerType}. {Provided}");
        if (function.IsHttp && OwnRoutes.Any(own => function.Route.StartsWith(own, StringComparison.OrdinalIgnoreCase)))
            faults.Add($"{function.Where} has the route '{function.Route}'; routes that begin with {string.Join(" or ", OwnRoutes)} are the host's own.");
        if (function.TriggerType is "blobTrigger" or "queueTrigger") function.CheckConnection(settings, faults);
        return function;
    }

    /// <summary>Puts in what stands in percent signs.</summary>
    void PutSettingsIn(HostSettings settings, List<string> faults)
    {
        foreach (var property in (string[])["path", "queueName", "schedule", "connection", "route"])
        {
            if (Trigger[property] is not JsonValue value || value.GetValueKind() != JsonValueKind.String) continue;
            try
            {
                Trigger[property] = settings.Resolve((string)value!, Where);
            }
            catch (FunctionsHostException e)
            {
                faults.Add(e.Message);
            }
        }
    }

    /// <summary>A connection that is not there would fail much later, and without the function's name.</summary>
    void CheckConnection(HostSettings settings, List<string> faults)
    {
        if (!settings.HasConnection(Connection)) faults.Add($"{Where} needs the storage connection {Connection}, which is not set: set {Connection} to a connection string.");
        if (settings.Connection(Connection) is not { } text) return;
        try
        {
            _ = new BlobServiceClient(text);
        }
        // Its message says what is wrong, and nothing of what the setting holds.
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            faults.Add($"{Where} needs the storage connection {Connection}, which is no connection string: {e.Message}");
        }
    }

    static bool IsSwitchedOff(string name, HostSettings settings) => settings[$"AzureWebJobs.{name}.Disabled"] is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}

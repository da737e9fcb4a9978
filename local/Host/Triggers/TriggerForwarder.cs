using System.Globalization;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using ServerlessIct.Local.Host.Rpc;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>Sends to the worker what the listeners hand over.</summary>
sealed class TriggerForwarder(IEnumerable<HostedFunction> functions, FunctionInvoker invoker) : ITriggerTarget
{
    readonly Dictionary<string, HostedFunction> functions = functions.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    public Task RunAsync(string function, object? trigger, IReadOnlyDictionary<string, object> bindingData, CancellationToken stop)
    {
        var hosted = functions[function];
        return invoker.RunAsync(
            hosted,
            request =>
            {
                request.InputData.Add(new ParameterBinding { Name = hosted.Parameter, Data = Data(trigger) });
                foreach (var (name, value) in bindingData)
                    if (Metadata(value) is { } data) request.TriggerMetadata[name] = data;
            },
            stop);
    }

    static TypedData Data(object? trigger) => trigger switch
    {
        null => new TypedData(),
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
        ParameterBindingData data => new TypedData
        {
            ModelBindingData = new ModelBindingData { Version = data.Version, Source = data.Source, ContentType = data.ContentType, Content = ByteString.CopyFrom(data.Content.ToArray()) },
        },
        // The state of a timer: the extension's own types are written with Json.NET's attributes.
        _ => new TypedData { Json = JsonConvert.SerializeObject(trigger) },
    };

    /// <summary>Parameters of the function other than the trigger are bound from these; what is no plain value is left out, as it may be large.</summary>
    static TypedData? Metadata(object? value) => value switch
    {
        string text => new TypedData { String = text },
        Uri or Guid or DateTimeOffset or bool or IDictionary<string, string> => new TypedData { Json = JsonConvert.SerializeObject(value) },
        int or long => new TypedData { Json = ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) },
        _ => null,
    };
}

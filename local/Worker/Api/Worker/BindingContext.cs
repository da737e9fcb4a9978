namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger said beside its value.</summary>
public abstract class BindingContext
{
    /// <summary>The values by name: tokens of a blob path, route values, properties of a message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Features of an invocation, one of each type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets the feature of this type.</summary>
    void Set<T>(T instance);

    /// <summary>The feature of this type, or the default value.</summary>
    T? Get<T>();
}

using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Features by type. One invocation is not used from two threads at once.</summary>
sealed class InvocationFeatures : IInvocationFeatures
{
    readonly Dictionary<Type, object> _features = [];

    public void Set<T>(T instance)
    {
        if (instance is null)
            _features.Remove(typeof(T));
        else
            _features[typeof(T)] = instance;
    }

    public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

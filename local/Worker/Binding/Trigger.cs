using System.Reflection;

namespace ServerlessIct.Local.Worker.Binding;

/// <summary>What starts a function, and what it can give to the function's parameters.</summary>
abstract class Trigger
{
    /// <summary>The kind as function.json names it, like <c>blobTrigger</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The types that <see cref="ValueAs"/> knows, for error sentences.</summary>
    public abstract string ValueTypes { get; }

    /// <summary>The names that <see cref="DataFor"/> knows, for error sentences.</summary>
    public abstract IReadOnlyCollection<string> DataNames { get; }

    /// <summary>The trigger's value as a type, or null where it cannot be had as that.</summary>
    public abstract ParameterSource? ValueAs(Type type);

    /// <summary>What the trigger says beside its value, for a parameter of this name and type, or null.</summary>
    public abstract ParameterSource? DataFor(ParameterInfo parameter);

    /// <summary>Why <see cref="DataFor"/> gives nothing, where there is more to say than that the name or type is unknown.</summary>
    public virtual string? WhyNoData(ParameterInfo parameter) => null;
}

namespace ServerlessIct.App.Api;

/// <summary>A parameter of a request has a value that is not allowed; answered with 400.</summary>
public sealed class ParameterException(string parameter, string? value, string allowed, string? nearest = null)
    : Exception($"The parameter '{parameter}' is '{value}'. Allowed: {allowed}.{(nearest is null ? "" : $" Did you mean {nearest}?")}")
{
    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>What was given.</summary>
    public string? Value { get; } = value;

    /// <summary>What is allowed, in words.</summary>
    public string Allowed { get; } = allowed;

    /// <summary>The allowed value most like the given one; null where none is like it.</summary>
    public string? Nearest { get; } = nearest;
}
